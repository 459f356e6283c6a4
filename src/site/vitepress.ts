import type { Path } from '../model.js';
import { join, normalize, parentOf } from '../paths.js';
import { withoutSlashes } from './json.js';
import { booleanOf, hasKey, lastStringOf, stringOf, withoutComments } from './read-text.js';
import type { ReadSite } from './reader.js';

/** What the router needs. */
export type VitepressSettings = {
  /** Without slashes at its ends. */
  readonly base: string;
  readonly cleanUrls: boolean;
  readonly publicDirs: readonly Path[];
  /** Whether pages may be shown elsewhere than where they are. */
  readonly hasRewrites: boolean;
  /** Whether plugins show pages of their own: VuePress' blogs do. */
  readonly hasPlugins: boolean;
};

/** `.vitepress/config.*`, and VuePress's, which is alike in what matters here. */
export const readVitepress: ReadSite = ({ path, text, host, roots }) => {
  const source = withoutComments(text);
  const folder = /\/config\/index\.\w+$/.test(path) ? parentOf(parentOf(path)) : parentOf(path);
  const base = parentOf(folder);
  const srcDir = roots?.[0] ?? normalize(`${base}/${lastStringOf(source, 'srcDir') ?? '.'}`) ?? base;
  const publicDir = lastStringOf(source, 'publicDir');
  const configured = publicDir === undefined ? [] : (normalize(`${base}/${publicDir}`) ?? []);
  const settings: VitepressSettings = {
    base: withoutSlashes(stringOf(source, 'base') ?? ''),
    cleanUrls: booleanOf(source, 'cleanUrls') ?? false,
    publicDirs: [join(srcDir, 'public'), join(folder, 'public')].concat(configured),
    hasRewrites: hasKey(source, 'rewrites'),
    hasPlugins: /\.vuepress(?:\/|$)/.test(folder),
  };
  return {
    base,
    content: [srcDir].filter((directory) => host.has(directory) === 'directory'),
    dialectOptions: {},
    redirectDirs: [base, ...settings.publicDirs],
    settings,
  };
};
