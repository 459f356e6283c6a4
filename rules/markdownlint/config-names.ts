import { join, type Path, type Workspace } from '../../src/rule.js';

/** Of one directory the first that is there counts, of each list. */
export const optionsNames = ['jsonc', 'yaml', 'cjs', 'mjs'].map((type) => `.markdownlint-cli2.${type}`);
export const configNames = ['jsonc', 'json', 'yaml', 'yml', 'cjs', 'mjs'].map(
  (type) => `.markdownlint.${type}`,
);
export const packageKey = 'markdownlint-cli2';

/** Whether a directory has a config that is data. Tells of those that are code. */
export function hasConfig(directory: Path, workspace: Workspace): boolean {
  const found = [firstOf(optionsNames, directory, workspace), firstOf(configNames, directory, workspace)];
  return found.some((path) => path !== undefined) || (directory === '' && hasKey(workspace));
}

/** The first file of these names. One that is code is told of, and none. */
export function firstOf(names: readonly string[], directory: Path, workspace: Workspace): Path | undefined {
  const path = names
    .map((name) => join(directory, name))
    .find((candidate) => workspace.has(candidate) === 'file');
  if (path === undefined || !/\.[cm]js$/.test(path)) return path;
  workspace.note(
    `\`${path}\` is code, which docs-lint does not run, so its settings are not applied. Write it as YAML or JSON.`,
  );
  return undefined;
}

function hasKey(workspace: Workspace): boolean {
  return workspace.read('package.json')?.includes(`"${packageKey}"`) ?? false;
}
