import { Command, InvalidArgumentError, Option } from 'commander';
import { formats } from '../report/formats.js';
import { graphFormats } from '../report/graph.js';
import { explain } from './explain.js';
import { graphCommand } from './graph-command.js';
import { initCommand } from './init-command.js';
import { type LintArguments, lintCommand } from './lint-command.js';
import { rulesCommand } from './rules-command.js';
import { version } from './version.js';

/** The command line as the user sees it. It throws instead of leaving the process. */
export function program(): Command {
  const root = new Command('docs-lint')
    .description('Checks that documentation agrees with itself and with the code.')
    .version(version())
    .enablePositionalOptions()
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('Run docs-lint --help for usage.');
  const lint = lintOptions(root.command('lint [paths...]', { isDefault: true }))
    .description('check a documentation tree (the default command)')
    .action((paths: string[], options: LintArguments) => lintCommand(paths, options));
  root
    .command('rules')
    .description('list every rule: id, summary, default severity, fixable')
    .addOption(
      new Option('-f, --format <name>', 'how to print them').choices(['pretty', 'json']).default('pretty'),
    )
    .action((options: { format: 'pretty' | 'json' }) => rulesCommand(options));
  root
    .command('explain <rule>')
    .description('print the page of a rule')
    .action((rule: string) => explain(rule));
  root
    .command('graph [paths...]')
    .description('print which page links to what')
    .addOption(
      new Option('-f, --format <name>', 'how to print it').choices([...graphFormats.keys()]).default('json'),
    )
    .option('-c, --config <file>', 'use this config, and search for none')
    .action((paths: string[], options: { format: string; config?: string }) => graphCommand(paths, options));
  root
    .command('init [paths...]')
    .description('look at this repository, show what is there, and write a config that fits it')
    .option('--dry-run', 'show the config, and write nothing')
    .action((paths: string[], options: { dryRun?: boolean }) => initCommand(paths, options));
  for (const command of [root, ...root.commands]) command.exitOverride();
  root.addHelpText(
    'after',
    () => `\n${lint.helpInformation().replace(/^Usage:.*\n\n.*\n\n/, '')}\n${examples}`,
  );
  return root;
}

const examples = `Examples:
  docs-lint                            check docs/, or what the config names
  docs-lint docs/ --format json        the same as JSON
  docs-lint docs/install.md            what is wrong there, and what points there in vain
  docs-lint --only broken-links        one rule alone
  docs-lint --since origin/main        what this branch broke
  docs-lint --fix                      mend what can be mended safely

Exit status: 0 no errors, 1 problems, 2 could not check.`;

function lintOptions(command: Command): Command {
  return command
    .option('-c, --config <file>', 'use this config, and search for none')
    .option('-f, --format <name[=file]>', `report as ${[...formats.keys()].join(', ')}; repeatable`, gather)
    .option('--rule <id[=severity]>', 'set the severity of a rule: off, warn or error; repeatable', gather)
    .option('--only <id>', 'run this rule alone; repeatable', gather)
    .option('--fix', 'apply the fixes that are safe')
    .option('--fix-unsafe', 'apply those too that may be wrong')
    .option('--diff', 'print what would be fixed as a diff, and write nothing')
    .option('--quiet', 'report errors alone')
    .option('--max-warnings <n>', 'fail when there are more warnings', count)
    .option('--suppress-all', 'put every problem into the baseline, and report none of them from then on')
    .option('--prune-baseline', 'take entries out of the baseline whose problem is gone')
    .option(
      '--since [ref]',
      'report what is new since the merge base with a ref; in CI, with the target branch',
    )
    .option('--staged', 'check what is staged, and report what is new since HEAD')
    .option('--changed-lines', 'with these two, report problems on added or modified lines alone')
    .option('--watch', 'check again after each change, until Ctrl-C')
    .option('--stdin-filename <path>', 'check standard input as this page; with --fix, print it mended')
    .option('--no-cache', 'neither make use of facts of earlier runs nor keep those of this one')
    .option('--cache-dir <dir>', 'where to keep them')
    .option('--no-error-on-unmatched-pattern', 'a path that matches nothing is not an error')
    .option('--color', 'use colour')
    .option('--no-color', 'use no colour (also NO_COLOR, FORCE_COLOR)');
}

function gather(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

function count(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It is a whole number, 0 or more.');
  return Number(value);
}
