import { join, relative } from 'node:path';
import { UserError } from '../errors.js';
import { renderConfig, renderLook } from '../report/first-look.js';
import { visible } from '../report/safe.js';
import { firstLook } from '../session/propose.js';
import { writeWhole } from './write-whole.js';

const name = 'docs-lint.config.jsonc';

/** Shows what a first look at the repository finds, and writes a config that says so. */
export async function initCommand(
  paths: readonly string[],
  { dryRun = false }: { readonly dryRun?: boolean },
): Promise<void> {
  const look = await firstLook({ paths });
  if (look.existing !== undefined && !dryRun) {
    throw new UserError(
      'is a config already. `docs-lint init --dry-run` shows what would be written without it.',
      {
        path: look.existing,
      },
    );
  }
  process.stdout.write(renderLook(look));
  if (dryRun) {
    process.stdout.write(`\n${renderConfig(look)}`);
    return;
  }
  const file = join(look.workspace, name);
  writeWhole(file, renderConfig(look));
  process.stdout.write(`\nWrote ${visible(relative(process.cwd(), file))}. Now run docs-lint.\n`);
}
