import type { Host } from '../host/host.js';
import type { Json, Path } from '../model.js';
import { isWithin, join, normalize } from '../paths.js';
import { type Entries, entriesOf, textOf, textsOf, withoutSlashes } from './json.js';
import { isLanguage } from './language.js';

/** A directory of content: the route that it is mounted at, and the languages it is for; null for any. */
export type HugoMount = {
  readonly dir: Path;
  readonly target: string;
  readonly languages: readonly string[] | null;
};

interface Mounts {
  readonly mounts: readonly HugoMount[];
  /** Routes below which content comes from outside of the workspace. */
  readonly foreign: readonly string[];
  readonly statics: readonly Path[];
}

/** Where content is: by mounts, by language, or in `content`. */
export function hugoMounts(host: Host, base: Path, config: Entries, roots?: readonly Path[]): Mounts {
  const isThere = ({ dir }: HugoMount): boolean => host.has(dir) === 'directory';
  const configured = mounted(base, entriesOf(config.module).mounts);
  const inContent = configured.flatMap(({ target, ...mount }) =>
    isWithin('content', target) ? [{ ...mount, target: withoutSlashes(target.slice('content'.length)) }] : [],
  );
  const statics = configured.filter(({ target }) => target === 'static').map(({ dir }) => dir);
  const all = inContent.length > 0 ? inContent : byLanguage(host, base, config, roots);
  const imported = importedMounts(config).filter(
    (target) => isWithin('content', target) && target !== 'content',
  );
  const foreign = [
    ...all.filter((mount) => !isThere(mount) && mount.target !== '').map(({ target }) => target),
    ...imported.map((target) => target.slice('content/'.length)),
  ];
  return { mounts: all.filter(isThere), foreign, statics };
}

function mounted(base: Path, mounts: Json | undefined): HugoMount[] {
  if (!Array.isArray(mounts)) return [];
  return mounts.flatMap((one: Json) => {
    const { source, target, lang, sites } = entriesOf(one);
    const dir = normalize(`${base}/${textOf(source) ?? ''}`);
    const languages = [...textsOf(lang), ...textsOf(entriesOf(entriesOf(sites).matrix).languages)];
    const where = withoutSlashes(textOf(target) ?? '');
    if (dir === undefined || where === '') return [];
    return [
      {
        dir,
        target: where,
        languages: languages.some((name) => /[*{!]/.test(name)) || languages.length === 0 ? null : languages,
      },
    ];
  });
}

/** Where modules are mounted by those who import them. */
function importedMounts(config: Entries): readonly string[] {
  const { imports } = entriesOf(config.module);
  return (Array.isArray(imports) ? imports : []).flatMap((one: Json) => {
    const { mounts } = entriesOf(one);
    return (Array.isArray(mounts) ? mounts : []).map((mount: Json) =>
      withoutSlashes(textOf(entriesOf(mount).target) ?? ''),
    );
  });
}

function byLanguage(host: Host, base: Path, config: Entries, roots?: readonly Path[]): HugoMount[] {
  const main = normalize(`${base}/${textOf(config.contentdir) ?? 'content'}`) ?? join(base, 'content');
  const own = Object.entries(entriesOf(config.languages)).flatMap(([language, options]): HugoMount[] => {
    const dir = textOf(entriesOf(options).contentdir);
    const path = dir === undefined ? undefined : normalize(`${base}/${dir}`);
    return path === undefined ? [] : [{ dir: path, target: '', languages: [language] }];
  });
  if (own.length > 0) {
    const isOwn = own.some(({ dir }) => isWithin(main, dir) && dir !== main);
    return isOwn ? own : [...own, { dir: main, target: '', languages: null }];
  }
  const shared = roots ?? [main];
  const isTold = config.languages !== undefined || config.contentdir !== undefined;
  return shared.flatMap((dir) => {
    const found = isTold ? [] : laidOut(host, dir);
    return found.length > 0 ? found : [{ dir, target: '', languages: null }];
  });
}

/** One directory a language, where all that have a front page are named as one, and `content` itself has none. */
function laidOut(host: Host, content: Path): HugoMount[] {
  const hasFront = (directory: Path): boolean => host.list(directory).some((name) => /^_?index\./.test(name));
  const names = host.list(content).filter((name) => host.has(join(content, name)) === 'directory');
  const fronted = names.filter((name) => hasFront(join(content, name)));
  if (hasFront(content) || fronted.length === 0 || !fronted.every(isLanguage)) return [];
  return names
    .filter(isLanguage)
    .map((name) => ({ dir: join(content, name), target: '', languages: [name.toLowerCase()] }));
}
