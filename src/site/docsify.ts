import { normalize } from '../paths.js';
import { stringOf } from './read-text.js';
import type { ReadSite } from './reader.js';
import type { VitepressSettings } from './vitepress.js';

/** `index.html`, where it sets docsify up. */
export const readDocsify: ReadSite = ({ base, text, host }) => {
  if (!text.includes('$docsify')) return undefined;
  const below = stringOf(text, 'basePath') ?? '';
  const top = normalize(`${base}/${below}`) ?? base;
  const settings: VitepressSettings = {
    base: '',
    cleanUrls: true,
    publicDirs: [],
    rewrites: [],
    hasRewrites: false,
    hasPlugins: false,
    isRelativeToTop: true,
  };
  return {
    base,
    content: [host.has(top) === 'directory' ? top : base],
    dialectOptions: {},
    settings,
  };
};
