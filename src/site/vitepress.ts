import { join, normalize, parentOf } from '../paths.js';
import { booleanOf, hasKey, objectOf, stringOf, withoutComments } from './read-text.js';
import type { ReadSite } from './reader.js';

/** `.vitepress/config.*`, and VuePress's, which is alike in what matters here. */
export const readVitepress: ReadSite = ({ path, text, host }) => {
  const source = withoutComments(text);
  const folder = /\/config\/index\.\w+$/.test(path) ? parentOf(parentOf(path)) : parentOf(path);
  const base = parentOf(folder);
  const srcDir = normalize(`${base}/${stringOf(source, 'srcDir') ?? '.'}`) ?? base;
  const locales = [
    ...(objectOf(source, 'locales') ?? '').matchAll(
      /(?:^|[\s{,])['"]?([a-z]{2}(?:-[A-Za-z]{2,4})?)['"]?\s*:\s*\{/g,
    ),
  ];
  const baseUrl = stringOf(source, 'base');
  const publicDir = join(srcDir, 'public');
  return {
    base,
    content: [srcDir],
    dialectOptions: {},
    settings: {
      cleanUrls: booleanOf(source, 'cleanUrls') ?? false,
      hasRewrites: hasKey(source, 'rewrites'),
      locales: locales.map((match) => match[1] as string),
      publicDir: host.has(publicDir) === 'directory' ? publicDir : join(folder, 'public'),
      ...(baseUrl === undefined ? {} : { base: baseUrl }),
    },
  };
};
