import type { CommandShape, OptionShape, Shape, Values } from './command-tree.js';

/** A script for fish. */
export function fish({ program, commands, byDefault }: Shape): string {
  const names = commands.map(({ name }) => name).join(' ');
  const isNone = `not __fish_seen_subcommand_from ${names}`;
  const lines = [
    `# Completions of ${program} for fish. In ~/.config/fish/config.fish: ${program} completions fish | source`,
    ...commands.map(
      ({ name, description }) =>
        `complete -c ${program} -n '__fish_use_subcommand' -a ${name} -d ${quoted(description)}`,
    ),
    ...commandLines(program, byDefault, isNone),
    ...commands.flatMap((command) => {
      const condition = `__fish_seen_subcommand_from ${command.name}`;
      return commandLines(program, command, condition);
    }),
  ];
  return `${lines.join('\n')}\n`;
}

function commandLines(program: string, { options, values }: CommandShape, condition: string): string[] {
  const start = `complete -c ${program} -n ${quoted(condition)}`;
  return [
    ...options.map((option) => `${start} ${optionWords(option)}`),
    ...(Array.isArray(values) ? [`${start} -f -a ${quoted(values.join(' '))}`] : []),
    ...(values === undefined ? [`${start} -f`] : []),
  ];
}

function optionWords({ flags, description, values }: OptionShape): string {
  const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  return [...names, ...valueWords(values), `-d ${quoted(description)}`].join(' ');
}

function valueWords(values: Values | undefined): string[] {
  if (values === undefined) return [];
  if (values === 'files') return ['-r -F'];
  if (values === 'directories') return ["-x -a '(__fish_complete_directories)'"];
  return values === 'anything' ? ['-x'] : [`-r -f -a ${quoted(values.join(' '))}`];
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
