import type { CommandShape, OptionShape, Shape, Values } from './command-tree.js';

/** A script for zsh, by its own `_arguments`. */
export function zsh({ program, commands, byDefault }: Shape): string {
  const name = `_${program.replaceAll('-', '_')}`;
  const described = commands.map(
    (command) => `    ${quoted(`${colons(command.name)}:${colons(command.description)}`)}`,
  );
  const cases = commands.map((command) => `    ${command.name})\n      ${call(command)}\n      ;;`);
  return `#compdef ${program}
# Completions of ${program} for zsh. In ~/.zshrc, below compinit: eval "$(${program} completions zsh)"
${name}() {
  local -a commands
  commands=(
${described.join('\n')}
  )
  case "\${words[2]}" in
${cases.join('\n')}
    *)
      if (( CURRENT == 2 )) && [[ "\${words[2]}" != -* ]]; then
        _describe -t commands command commands
      fi
      ${call(byDefault, false)}
      ;;
  esac
}
compdef ${name} ${program}
`;
}

/** The name of a command stands where its first argument would. */
function call({ options, values }: CommandShape, isNamed = true): string {
  const specs = [
    ...(isNamed ? ["'1:command:'"] : []),
    ...options.flatMap(optionSpecs),
    ...(values === undefined ? [] : [`'*:value:${action(values)}'`]),
  ];
  return ['_arguments', ...specs].join(' \\\n        ');
}

function optionSpecs({ flags, description, values }: OptionShape): string[] {
  const value = values === undefined ? '' : `:value:${action(values)}`;
  const text = description.replace(/[[\]\\:]/g, '\\$&');
  return flags.map((flag) => quoted(`*${flag}[${text}]${value}`));
}

function action(values: Values): string {
  if (values === 'files') return '_files';
  if (values === 'directories') return '_files -/';
  return values === 'anything' ? ' ' : `(${values.join(' ')})`;
}

function colons(text: string): string {
  return text.replaceAll(':', '\\:');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
