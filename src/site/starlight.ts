import { join } from '../paths.js';
import { objectOf, stringOf, withoutComments } from './read-text.js';
import type { ReadSite } from './reader.js';

/** `astro.config.*` of a Starlight site; another Astro site is none of ours. */
export const readStarlight: ReadSite = ({ base, text, host }) => {
  const source = withoutComments(text);
  const content = join(base, 'src/content/docs');
  if (!/starlight/i.test(source) || host.has(content) !== 'directory') return undefined;
  const locales = [
    ...(objectOf(source, 'locales') ?? '').matchAll(
      /(?:^|[\s{,])['"]?([a-z]{2}(?:-[A-Za-z]{2,4})?|root)['"]?\s*:\s*\{/g,
    ),
  ];
  const baseUrl = stringOf(source, 'base');
  return {
    base,
    content: [content],
    dialectOptions: {},
    settings: {
      locales: locales.map((match) => match[1] as string),
      publicDir: join(base, 'public'),
      ...(baseUrl === undefined ? {} : { base: baseUrl }),
    },
  };
};
