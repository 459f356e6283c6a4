// Hooks of the module loader; see watch-run.mjs. The parser is put behind functions that tell of each text.
import { appendFileSync } from 'node:fs';

const around = 'watched:';
const parsers = ['markdownToMdast', 'mdxToMdast', 'createMdastHandle', 'createMdxMdastHandle'];
let log;

export function initialize(data) {
  ({ log } = data);
}

export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  const isParser = specifier === 'satteri' && !context.parentURL?.startsWith(around);
  return isParser ? { url: `${around}${found.url}`, shortCircuit: true } : found;
}

export async function load(url, context, next) {
  if (url.startsWith('file:')) appendFileSync(log, `${JSON.stringify(['load', url])}\n`);
  if (!url.startsWith(around)) return next(url, context);
  const real = JSON.stringify(url.slice(around.length));
  const watched = parsers.map(
    (name) => `export const ${name} = (text, ...rest) => {
      watchedParse(text);
      return real.${name}(text, ...rest);
    };`,
  );
  const source = [`import * as real from ${real};`, `export * from ${real};`, ...watched].join('\n');
  return { format: 'module', shortCircuit: true, source };
}
