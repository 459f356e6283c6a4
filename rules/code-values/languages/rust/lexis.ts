import { once } from '../../../../src/rule.js';
import { after, endOfName, endOfQuoted, type Lexis } from '../shared/scan.js';

const raw = /(?:br|cr|r)(#*)"/y;
const prefixed = /[bc]"/y;
const character = /b?'(?:\\[^\n][^'\n]{0,12}|[^'\\\n])'/uy;
const rawName = once(() => /r#[\p{L}_]/uy);

export const lexis: Lexis = {
  lineComments: ['//'],
  blockComments: { open: '/*', close: '*/', nest: true },
  marks: ':: => -> ..= ... .. && || == != <= >= += -= <<'.split(' '),
  special(source, at) {
    const match = matchAt(raw, source, at);
    if (match) return { kind: 'text', end: after(source, `"${match[1]}`, at + match[0].length) };
    const start = matchAt(prefixed, source, at) ? at + 1 : at;
    if (source[start] === '"') return { kind: 'text', end: endOfQuoted(source, start, { long: true }) };
    const one = matchAt(character, source, at);
    if (one) return { kind: 'character', end: at + one[0].length };
    if (source[at] === "'") return { kind: 'own', end: endOfName(source, at + 1) };
    return matchAt(rawName(), source, at) ? { kind: 'name', end: endOfName(source, at + 2) } : undefined;
  },
};

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}
