import type { Command } from 'commander';
import type { RefactorArguments } from './refactor-command.js';

/** The commands that change a tree so that every link leads where it led. */
export function refactorCommands(root: Command): void {
  common(root.command('mv <from> <to>'))
    .description('move a page, an image or a folder, and rewrite every link to it and in it')
    .action(async (from: string, to: string, options: RefactorArguments) => {
      const { refactorCommand } = await import('./refactor-command.js');
      const { move } = await import('../session/move.js');
      return refactorCommand((how) => move(from, to, how), options);
    });
  common(root.command('rename-heading <page#anchor> <heading>'))
    .description('give a heading new words, and rewrite every link to it')
    .action(async (place: string, heading: string, options: RefactorArguments) => {
      const { refactorCommand } = await import('./refactor-command.js');
      const { renameHeading } = await import('../session/rename-heading.js');
      return refactorCommand((how) => renameHeading(place, heading, how), options);
    });
}

function common(command: Command): Command {
  return command
    .option('-c, --config <file>', 'use this config, and search for none')
    .option('--diff', 'print what would change as a diff, and write nothing')
    .option('--force', 'do it even where a link would break')
    .option('--color', 'use colour')
    .option('--no-color', 'use no colour (also NO_COLOR, FORCE_COLOR)');
}
