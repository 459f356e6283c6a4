import type { Path } from '../model.js';
import { join, normalize, parentOf } from '../paths.js';
import { withoutSlashes } from './json.js';
import { booleanOf, hasKey, lastStringOf, objectOf, stringOf, withoutComments } from './read-text.js';
import type { ReadSite } from './reader.js';

/** What the router needs. */
export type VitepressSettings = {
  /** Without slashes at its ends. */
  readonly base: string;
  readonly cleanUrls: boolean;
  readonly publicDirs: readonly Path[];
  /** What pages of a directory are shown as: the beginning of a path, and what stands in its place. */
  readonly rewrites: readonly { readonly from: string; readonly to: string }[];
  /** Whether pages may be shown elsewhere than where they are, in ways that are not written out. */
  readonly hasRewrites: boolean;
  /** Whether plugins show pages of their own: VuePress' blogs do. */
  readonly hasPlugins: boolean;
  /** Whether a relative path may begin in the source directory too, as docsify's do. */
  readonly isRelativeToTop?: boolean;
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
    ...rewritesOf(source),
    hasPlugins: /\.vuepress(?:\/|$)/.test(folder),
  };
  return {
    base,
    content: [srcDir].filter((directory) => host.has(directory) === 'directory'),
    dialectOptions: settings.hasPlugins && source.includes('module.exports') ? { firstRepeat: 2 } : {},
    redirectDirs: [base, ...settings.publicDirs],
    settings,
  };
};

/** Entries of the form `'packages/:rest*': ':rest*'` alone can be read. */
function rewritesOf(source: string): Pick<VitepressSettings, 'rewrites' | 'hasRewrites'> {
  if (!hasKey(source, 'rewrites')) return { rewrites: [], hasRewrites: false };
  const object = objectOf(source, 'rewrites');
  const entries = [...(object ?? '').matchAll(/(['"])([^'"\n]*)\1\s*:\s*(['"])([^'"\n]*)\3\s*,?/g)];
  const rest = entries.reduce((text, [all]) => text.replace(all, ''), object ?? '*');
  const rewrites = entries.flatMap((entry) => {
    const [from, to] = [entry[2], entry[4]].map(
      (path) => /^((?:[\w.-]+\/)*):\w+\*$/.exec(path as string)?.[1],
    );
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
  return { rewrites, hasRewrites: rest.trim() !== '' || rewrites.length < entries.length };
}
