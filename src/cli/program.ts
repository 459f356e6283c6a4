import { Argument, Command, CommanderError, Help, InvalidArgumentError, Option } from 'commander';
import { UserError } from '../errors.js';
import { formats } from '../report/formats.js';
import { graphFormats } from '../report/graph.js';
import type { Part } from '../session/shard.js';
import { type Shell, shells } from './completions/shells.js';
import { examples } from './examples.js';
import { ciNames, hookNames } from './init/surroundings.js';
import type { InitArguments } from './init-command.js';
import type { LintArguments } from './lint-command.js';
import type { ReportArguments } from './merge-command.js';
import { refuseMisspelt } from './misspelt-command.js';
import { oneOf } from './one-of.js';
import { refactorCommands } from './refactor-commands.js';
import type { Watching } from './start-watch.js';
import { version } from './version.js';

/** Does what the command line says, or says why it cannot be read. */
export async function obey(watching: Watching): Promise<void> {
  try {
    await program(watching).parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  }
}

/** The command line as the user sees it. It throws instead of leaving the process. */
export function program(watching: Watching): Command {
  const root = new Command('docs-lint')
    .usage('[paths...] [options]\n       docs-lint <command> [options]')
    .description('Checks that documentation agrees with itself and with the code.')
    .version(version())
    .enablePositionalOptions()
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('Run docs-lint --help for usage.');
  const lint = lintOptions(root.command('lint [paths...]', { isDefault: true }))
    .description('check a documentation tree (the default command)')
    .action(async (paths: string[], { shard, ...options }: LintArguments & { readonly shard?: Part }) => {
      refuseMisspelt(
        paths,
        root.commands.map((command) => command.name()),
      );
      if (options.shardFile !== undefined && !shard)
        throw new UserError(
          '`--shard-file` says where `--shard` writes. Give `--shard` too, as in `--shard 1/4`.',
        );
      if (shard) return (await import('./shard-command.js')).shardCommand(paths, options, shard);
      return (await import('./lint-command.js')).lintCommand(paths, options, watching);
    });
  reportOptions(root.command('merge <files...>'))
    .description('put the parts that --shard wrote together, and report as one run does')
    .action(async (files: string[], options: ReportArguments) =>
      (await import('./merge-command.js')).mergeCommand(files, options),
    );
  root
    .command('rules')
    .description('list every rule: id, summary, default severity, fixable')
    .addOption(
      oneOf(new Option('-f, --format <name>', 'how to print them'), ['pretty', 'json']).default('pretty'),
    )
    .action(async (options: { format: 'pretty' | 'json' }) =>
      (await import('./rules-command.js')).rulesCommand(options),
    );
  root
    .command('explain <rule>')
    .description('print the page of a rule, or what it has about one code: `rule/code`')
    .action(async (rule: string) => (await import('./explain.js')).explain(rule));
  root
    .command('graph [paths...]')
    .description('print which page links to what')
    .addOption(
      oneOf(new Option('-f, --format <name>', 'how to print it'), [...graphFormats.keys()]).default('json'),
    )
    .option('-c, --config <file>', 'use this config, and search for none')
    .action(async (paths: string[], options: { format: string; config?: string }) =>
      (await import('./graph-command.js')).graphCommand(paths, options),
    );
  root
    .command('init [paths...]')
    .description('look at this repository, show what is there, and write a config that fits it')
    .option('--dry-run', 'show what would be written, and write nothing')
    .addOption(oneOf(new Option('--hook <manager>', 'check before each commit, too'), hookNames))
    .addOption(oneOf(new Option('--ci <service>', 'check in CI, too'), ciNames))
    .action(async (paths: string[], options: InitArguments) =>
      (await import('./init-command.js')).initCommand(paths, options),
    );
  root
    .command('completions')
    .description('print a script that completes this command line in a shell')
    .addArgument(oneOf(new Argument('<shell>', 'what to print it for'), shells))
    .action(async (shell: Shell) =>
      (await import('./completions-command.js')).completionsCommand(shell, root),
    );
  refactorCommands(root);
  for (const command of [root, ...root.commands]) {
    command.exitOverride();
    const shown = examples.get(command.name());
    if (shown) command.addHelpText('after', `\n${shown}`);
  }
  const help = new Help();
  root.configureHelp({
    visibleOptions: () => [
      ...help.visibleOptions(lint).filter(({ long }) => long !== '--help'),
      ...help.visibleOptions(root),
    ],
    subcommandTerm: (command) => command.name(),
  });
  root.addHelpText('after', `\n${examples.get('lint')}`);
  return root;
}

function lintOptions(command: Command): Command {
  return reportOptions(command)
    .option('-c, --config <file>', 'use this config, and search for none')
    .option('--rule <id[=severity]>', 'set the severity of a rule: off, warn or error; repeatable', gather)
    .option('--only <id>', 'run this rule alone; repeatable', gather)
    .option('--fix', 'apply the fixes that are safe')
    .option('--fix-unsafe', 'apply those too that may be wrong')
    .option('--diff', 'print what would be fixed as a diff, and write nothing')
    .option('--suppress-all', 'put every problem into the baseline, and report none of them from then on')
    .option('--prune-baseline', 'take entries out of the baseline whose problem is gone')
    .option(
      '--since [ref]',
      'report what is new since the merge base with a ref; in CI, with the target branch',
    )
    .option('--staged', 'check what is staged, and report what is new since HEAD')
    .option('--changed-lines', 'with --since or --staged, report problems on added or modified lines alone')
    .option('--watch', 'check again after each change, until Ctrl-C')
    .option('--stdin-filename <path>', 'check standard input as this page; with --fix, print it mended')
    .option('--statistics', 'count the problems of each kind in place of showing them')
    .option('--timing', 'say on stderr what took how long')
    .option('--print-config <file>', 'print what is configured for a page, as JSON, and check nothing')
    .option('--no-cache', 'neither make use of facts of earlier runs nor keep those of this one')
    .option('--cache-dir <dir>', 'where to keep facts between runs')
    .option('--no-error-on-unmatched-pattern', 'a path that matches nothing is not an error')
    .option('--shard <i/n>', 'read the i-th of n parts of the pages, and write facts for `merge`', partOf)
    .option('--shard-file <file>', 'where --shard writes them');
}

function reportOptions(command: Command): Command {
  return command
    .option('-f, --format <name[=file]>', `report as ${[...formats.keys()].join(', ')}; repeatable`, gather)
    .option('--quiet', 'report errors alone')
    .option('--max-warnings <n>', 'fail when there are more warnings', count)
    .option('--color', 'use colour')
    .option('--no-color', 'use no colour (also NO_COLOR, FORCE_COLOR)');
}

function gather(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

function partOf(value: string): Part {
  const [index = 0, count = 0] = /^\d+\/\d+$/.test(value) ? value.split('/').map(Number) : [];
  if (index < 1 || index > count)
    throw new InvalidArgumentError('It is a part and the number of parts, as in 1/4.');
  return { index, count };
}

function count(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It is a whole number, 0 or more.');
  return Number(value);
}
