import type { Host } from '../host/host.js';
import type { Path } from '../model.js';
import { join, normalize } from '../paths.js';
import type { ReadSite } from './reader.js';

const languageName = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})?$/i;

/** `hugo.*`, `config.*` or `config/_default/`: what its lines say, and else how its `content` is laid out. */
export const readHugo: ReadSite = ({ base, text, host }) => {
  const value = (key: string): string | undefined =>
    new RegExp(`^[ \\t]*["']?${key}["']?\\s*[:=]\\s*["']?([^"'\\n#,]+)`, 'im').exec(text)?.[1]?.trim();
  const content = normalize(`${base}/${value('contentDir') ?? 'content'}`) ?? join(base, 'content');
  const root =
    /^content\/[\w-]+$/.test(content) && host.has(join(base, 'content')) === 'directory'
      ? join(base, 'content')
      : content;
  if (host.has(root) !== 'directory') return undefined;
  const languages = languagesIn(root, host);
  return {
    base,
    content: [root],
    dialectOptions: hugoIds(value('autoHeadingIDType') ?? value('autoIDType')),
    settings: {
      languages,
      defaultLanguage:
        value('defaultContentLanguage') ?? ('en' in languages ? 'en' : (Object.keys(languages)[0] ?? '')),
      staticDirs: [join(base, 'static')],
      hasPermalinks: /^[ \t]*\[?\[?["']?permalinks["']?\]?\]?\s*[:=]?/im.test(text),
      uglyUrls: value('uglyURLs') === 'true',
      ...(value('baseURL') === undefined ? {} : { baseUrl: value('baseURL') as string }),
    },
  };
};

/** Languages by content directory, where every directory of `content` with a front page is named as one. */
function languagesIn(content: Path, host: Host): Record<string, Path> {
  const names = host.list(content).filter((name) => host.has(join(content, name)) === 'directory');
  const known = names.filter(
    (name) => languageName.test(name) && host.has(join(content, `${name}/_index.md`)) === 'file',
  );
  const isByLanguage = known.length > 0 && host.has(join(content, '_index.md')) === undefined;
  return isByLanguage ? Object.fromEntries(known.map((name) => [name, join(content, name)])) : {};
}

function hugoIds(type: string | undefined): { hugoIds?: 'github' | 'github-ascii' | 'blackfriday' } {
  return type === 'github' || type === 'github-ascii' || type === 'blackfriday' ? { hugoIds: type } : {};
}
