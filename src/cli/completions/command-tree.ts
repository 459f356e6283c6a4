import type { Command } from 'commander';

/** What may stand as a value: names, paths, or something that nobody can guess. */
export type Values = readonly string[] | 'files' | 'directories' | 'anything';

export interface OptionShape {
  /** As they are typed: `-c`, `--config`. */
  readonly flags: readonly string[];
  readonly description: string;
  /** Undefined for one that takes no value. */
  readonly values?: Values;
}

export interface CommandShape {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionShape[];
  /** What its arguments may be; undefined where it takes none. */
  readonly values?: Values;
}

/** The command line, as completions need it. */
export interface Shape {
  readonly program: string;
  readonly commands: readonly CommandShape[];
  /** What runs without the name of a command: its options and values stand beside the names. */
  readonly byDefault: CommandShape;
}

/** Reads the shape off the command line itself. `values` says what stands behind `--format` or `<rule>`. */
export function commandTree(root: Command, values: ReadonlyMap<string, Values>): Shape {
  const commands = root.commands.map((command) => commandShape(command, values));
  const byDefault = commands.find(({ name }) => name === 'lint') as CommandShape;
  const own = optionsOf(root, values).filter(
    ({ flags }) => !byDefault.options.some((one) => one.flags.join() === flags.join()),
  );
  return {
    program: root.name(),
    commands,
    byDefault: { ...byDefault, options: [...byDefault.options, ...own] },
  };
}

function commandShape(command: Command, values: ReadonlyMap<string, Values>): CommandShape {
  const [argument] = command.registeredArguments;
  return {
    name: command.name(),
    description: command.description(),
    options: optionsOf(command, values),
    ...(argument ? { values: argument.argChoices ?? values.get(argument.name()) ?? 'anything' } : {}),
  };
}

function optionsOf(command: Command, values: ReadonlyMap<string, Values>): OptionShape[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .map((option) => {
      const flags = [option.short, option.long].filter((flag) => flag !== undefined && flag !== null);
      const takes = option.required || option.optional;
      const known = option.argChoices ?? values.get(option.long ?? '') ?? 'anything';
      return { flags, description: option.description, ...(takes ? { values: known } : {}) };
    });
}
