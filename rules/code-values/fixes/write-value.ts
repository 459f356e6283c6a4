import { once } from '../../../src/rule.js';
import type { Writing } from '../facts.js';

/** Letters, digits and marks that mean nothing to Markdown, MDX, HTML and the links that forges make of words. */
const plain = once(() => /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} .,:;()/+'_-]*[\p{L}\p{M}\p{N})+'])?$/u);
const emphasis = once(() => /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u);

/** A value as it is written in one way; undefined where it could come to mean something else. */
export function writeValue(value: string, writing: Writing): string | undefined {
  if (/[\p{Cc}\u2028\u2029]/u.test(value) || value === '') return undefined;
  switch (writing) {
    case 'code':
      return codeSpan(value);
    case 'cell':
      return value.includes('|') && value.includes('\\')
        ? undefined
        : codeSpan(value)?.replaceAll('|', '\\|');
    case 'html':
      return isPlain(value) ? `<code>${value}</code>` : undefined;
    case 'text':
      return isPlain(value) ? value : undefined;
    case 'line':
      return value === value.trim() && !/`{3}|~{3}/.test(value) ? value : undefined;
    case 'key':
      return /^[\w$][\w$.-]*$/.test(value) ? value : undefined;
    case 'json':
      return JSON.stringify(value);
  }
}

function isPlain(value: string): boolean {
  return plain().test(value) && !emphasis().test(value) && !/^\d+[.)]|:\/\/|www\.|:\w+:| {2}/.test(value);
}

/** With more backticks around it than it has in a row, and a space where it begins or ends with one. */
function codeSpan(value: string): string | undefined {
  if (value.trim() === '') return undefined;
  const longest = (value.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 0);
  const fence = '`'.repeat(longest + 1);
  const needsPad = /^`|`$/.test(value) || (value.startsWith(' ') && value.endsWith(' '));
  const pad = needsPad ? ' ' : '';
  return `${fence}${pad}${value}${pad}${fence}`;
}
