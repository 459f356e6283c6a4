import { join, type Path, type Workspace } from '../../src/rule.js';

/** Of one directory the first that is there counts, of each list. */
export const optionsNames = ['jsonc', 'yaml', 'cjs', 'mjs'].map((type) => `.markdownlint-cli2.${type}`);
export const configNames = ['jsonc', 'json', 'yaml', 'yml', 'cjs', 'mjs'].map(
  (type) => `.markdownlint.${type}`,
);
export const packageKey = 'markdownlint-cli2';

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
