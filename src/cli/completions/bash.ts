import type { CommandShape, Shape, Values } from './command-tree.js';

/** A script for bash 3.2 and newer, which needs no other package. */
export function bash({ program, commands, byDefault }: Shape): string {
  const name = `_${program.replaceAll('-', '_')}`;
  const cases = commands.map((command) => `    ${command.name})\n${branch(command)}\n      ;;`);
  return `# Completions of ${program} for bash. In ~/.bashrc: eval "$(${program} completions bash)"
${name}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command= word index options= words= paths=
  COMPREPLY=()
  for ((index = 1; index < COMP_CWORD; index++)); do
    word="\${COMP_WORDS[index]}"
    case "$word" in
    -*) ;;
    ${commands.map((command) => command.name).join(' | ')}) command="$word" && break ;;
    *) break ;;
    esac
  done
  if [[ "$current" == "=" || "$previous" == "=" ]]; then
    local IFS=$'\n'
    COMPREPLY=($(compgen -f -- "\${current#=}"))
    compopt -o filenames 2>/dev/null
    return
  fi
  case "$command" in
${cases.join('\n')}
    *)
${branch(byDefault, commands)}
      ;;
  esac
  if [[ "$current" == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$current"))
    return
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  local IFS=$'\n'
  if [[ "$paths" == directories ]]; then
    COMPREPLY+=($(compgen -d -- "$current"))
    compopt -o filenames 2>/dev/null
  elif [[ "$paths" == files ]]; then
    COMPREPLY+=($(compgen -f -- "$current"))
    compopt -o filenames 2>/dev/null
  fi
}
complete -F ${name} ${program}
`;
}

/** What the variables are for one command: values of the option before the cursor, else its own. */
function branch({ options, values }: CommandShape, commands: readonly CommandShape[] = []): string {
  const taking = options.filter((option) => option.values !== undefined);
  const flags = options.flatMap((option) => option.flags).join(' ');
  const own = [
    `options="${flags}"`,
    ...assignments(
      values,
      commands.map(({ name }) => name),
    ),
  ].join(' ');
  return [
    '      case "$previous" in',
    ...taking.map(
      (option) => `        ${option.flags.join(' | ')}) ${assignments(option.values).join(' ') || ':'} ;;`,
    ),
    `        *) ${own} ;;`,
    '      esac',
  ].join('\n');
}

function assignments(values: Values | undefined, more: readonly string[] = []): string[] {
  const words = [...more, ...(Array.isArray(values) ? values : [])];
  return [
    ...(words.length > 0 ? [`words="${words.join(' ')}"`] : []),
    ...(values === 'files' || values === 'directories' ? [`paths=${values}`] : []),
  ];
}
