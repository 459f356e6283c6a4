import type { Declaration } from './declarations.js';
import type { Language } from './languages/index.js';
import type { Selector } from './options.js';

/** What is wrong with options that say nothing in a language. */
export function misfit(wanted: Declaration['wanted'], { id, title, isData }: Language): string | undefined {
  if ('word' in wanted) return undefined;
  const { pattern, path, block, value } = wanted;
  const set = (names: readonly (keyof Selector)[]) => names.find((name) => wanted[name] !== undefined);
  const alone = pattern === undefined ? set(['group', 'after', 'until']) : undefined;
  if (alone) return `The option \`${alone}\` needs a \`pattern\` beside it.`;
  const beside =
    pattern === undefined ? undefined : set(['name', 'type', 'block', 'path', 'language', 'value', 'field']);
  if (beside) return `The options \`pattern\` and \`${beside}\` do not go together. Leave one of them out.`;
  if (path !== undefined && !isData) return `The option \`path\` is for data. In ${title}, give a \`name\`.`;
  if (isData && block !== undefined) return `The option \`block\` is not for data. Give a \`path\`.`;
  if (['serde', 'strum', 'clap'].includes(value ?? '') && id !== 'rust')
    return `The option \`value\` may be \`${value}\` in Rust alone.`;
  if (value === 'argument' && !hasArguments.has(id))
    return `In ${title}, a value has no arguments. Let \`value\` be \`name\` or \`value\`.`;
  return undefined;
}

const hasArguments = new Set(['java', 'kotlin']);
