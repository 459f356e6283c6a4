import type { Host } from '../host/host.js';
import type { Json, Path } from '../model.js';
import { join, normalize, parentOf } from '../paths.js';
import { entriesOf, textOf } from './json.js';
import type { ReadSite } from './reader.js';

/** What the router needs. */
export type DocfxSettings = {
  /** Whether it is a docset of Microsoft Learn, which `.openpublishing.*` beside or above it tells. */
  readonly learn: boolean;
  /** Files that are no more, but are redirected: links to them hold. */
  readonly gone: readonly Path[];
  /** Whether there are redirects that cannot be read. */
  readonly isBlind: boolean;
};

/** `docfx.json`, whose directory is the docset. */
export const readDocfx: ReadSite = ({ base, host, roots }) => {
  const settings = { learn: false, isBlind: false, gone: [] as Path[] };
  for (let at = base; ; at = parentOf(at)) {
    for (const name of host.list(at).filter((one) => one.startsWith('.openpublishing.'))) {
      settings.learn = true;
      if (!name.startsWith('.openpublishing.redirection')) continue;
      const found = redirected(host, at, join(at, name));
      settings.isBlind ||= found === undefined;
      settings.gone.push(...(found ?? []));
    }
    if (at === '') break;
  }
  return { base, content: roots ?? [base], dialectOptions: {}, settings };
};

/** The sources of redirects; undefined where the file cannot be read. */
function redirected(host: Host, base: Path, path: Path): readonly Path[] | undefined {
  const { redirections } = entriesOf(parseJson(host.read(path) ?? ''));
  if (!Array.isArray(redirections)) return undefined;
  return redirections.flatMap((one: Json) => {
    const { source_path, source_path_from_root } = entriesOf(one);
    const source = textOf(source_path) ?? textOf(source_path_from_root)?.replace(/^\/+/, '');
    return source === undefined ? [] : (normalize(`${base}/${source}`) ?? []);
  });
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}
