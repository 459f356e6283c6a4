import type { Declared, Expression } from '../shared/outline.js';
import { labelOf, type Part } from '../shared/parts.js';
import type { Tokens } from '../shared/tokens.js';
import { textOf } from './literals.js';
import { readValue } from './values.js';

const calls = new Set('push unshift add set delete splice pop shift clear append fill'.split(' '));
const assigns = ['=', '+=', '||=', '??='];
/** Where a statement begins. */
const before = [';', '{', '}', ')', 'else', '=>'];

/** A piece that a statement adds to what was declared before it, as `X.push(…)`, `X = …` and `X.a = …` do. */
export function readChange(tokens: Tokens, at: number, scope: string): Declared | undefined {
  const name = tokens.word(at);
  if (name === 'Object' && tokens.is(at + 2, 'assign', 'defineProperty') && tokens.is(at + 3, '('))
    return changed(at + 4, [at, tokens.close(at + 3) + 1], 'a call changes it');
  if (tokens.is(at + 1, '.') && calls.has(tokens.word(at + 2)) && tokens.is(at + 3, '('))
    return changed(at, [at, tokens.close(at + 3) + 1], 'a call changes the set');
  const isStart = tokens.breaks(at) || tokens.is(at - 1, ...before);
  if (isStart && tokens.is(at + 1, ...assigns))
    return piece(at, { unread: 'it is given another value later' });
  const isKey = tokens.is(at + 1, '[') && tokens.kind(at + 2) === 'text' && tokens.close(at + 1) === at + 3;
  const isName = tokens.is(at + 1, '.') && tokens.kind(at + 2) === 'name';
  const equals = isKey ? at + 4 : isName ? at + 3 : tokens.is(at + 1, '[') ? tokens.close(at + 1) + 1 : at;
  if (tokens.is(at - 1, 'delete') && equals > at)
    return changed(at, [at - 1, equals], 'an entry is taken out of it');
  if (!tokens.is(equals, '=')) return undefined;
  if (!isKey && !isName) return changed(at, [at, equals], 'a part of it is given another value');
  const key = isKey ? textOf(tokens.word(at + 2)) : tokens.word(at + 2);
  const [value] = readValue(tokens, equals + 1, scope);
  return piece(at, { members: [{ span: tokens.span(at + 2), name: key, value }], keyed: true });

  function changed(base: number, part: Part, unread: string): Declared {
    const members = [{ span: tokens.span(base), label: labelOf(tokens, part), value: { unread } }];
    return piece(base, { members });
  }

  function piece(base: number, value: Expression): Declared {
    const own = tokens.word(base);
    return {
      name: scope === '' ? own : `${scope}.${own}`,
      span: tokens.span(base),
      value,
      space: 'value',
    };
  }
}
