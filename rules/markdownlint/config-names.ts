import { join, type Path, type Workspace } from '../../src/rule.js';

/** Of one directory the first that is there counts, of each list. */
export const optionsNames = ['jsonc', 'yaml', 'cjs', 'mjs'].map((type) => `.markdownlint-cli2.${type}`);
export const configNames = ['jsonc', 'json', 'yaml', 'yml', 'cjs', 'mjs'].map(
  (type) => `.markdownlint.${type}`,
);
export const packageKey = 'markdownlint-cli2';

/** Whether a directory holds settings of markdownlint. */
export function hasSettings(directory: Path, workspace: Workspace): boolean {
  if (firstOf([...optionsNames, ...configNames], directory, workspace) !== undefined) return true;
  return directory === '' && hasKey(workspace.read('package.json') ?? '');
}

/** One that cannot be read has none: what is wrong with it is for those to say who need it. */
function hasKey(text: string): boolean {
  try {
    return text.includes(packageKey) && Object.hasOwn(JSON.parse(text), packageKey);
  } catch {
    return false;
  }
}

/** The first file of these names. */
export function firstOf(names: readonly string[], directory: Path, workspace: Workspace): Path | undefined {
  return names.map((name) => join(directory, name)).find((candidate) => workspace.has(candidate) === 'file');
}

export function isCode(path: Path): boolean {
  return /\.[cm]js$/.test(path);
}
