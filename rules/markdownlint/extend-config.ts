import { join, normalize, parentOf, type Workspace } from '../../src/rule.js';
import { expandHome } from './expand-home.js';
import { type Members, parseConfig, type Source, wrong } from './parse-config.js';

/** A config with what it extends below it: files beside it, or files of installed packages. */
export function extendConfig(config: Members, source: Source, workspace: Workspace): Members {
  return extend(config, source, workspace, new Set([source.path]));
}

function extend(config: Members, source: Source, workspace: Workspace, seen: ReadonlySet<string>): Members {
  const { extends: name, ...own } = config;
  if (!name) return own;
  const base = typeof name === 'string' ? find(expandHome(name), source, workspace) : undefined;
  const offset = placeOf(String(name), source.text);
  if (!base) {
    const advice =
      'There is no such file, and no such file of an installed package. Correct it, or install it.';
    throw wrong(source, `This extends \`${name}\`. ${advice}`, offset);
  }
  if (seen.has(base.path)) throw wrong(source, `This extends \`${name}\`, which extends this.`, offset);
  return { ...extend(parseConfig(base), base, workspace, new Set([...seen, base.path])), ...own };
}

function find(name: string, { path }: Source, workspace: Workspace): Source | undefined {
  const isOutside = /^(?:\/|[A-Za-z]:)/.test(path);
  const directory = isOutside ? path.replace(/[\\/][^\\/]*$/, '') : parentOf(path);
  if (!isOutside && !name.startsWith('/')) {
    const inside = normalize(join(directory, name));
    const text = inside && workspace.has(inside) === 'file' ? workspace.read(inside) : undefined;
    if (inside !== undefined && text !== undefined) return { path: inside, text };
  }
  const beside = /^[./]/.test(name) || !isOutside ? undefined : workspace.resolve(`./${name}`, directory);
  return beside ?? workspace.resolve(name, directory);
}

function placeOf(name: string, text: string): number {
  return Math.max(0, text.indexOf(name, text.indexOf('extends') + 'extends'.length));
}
