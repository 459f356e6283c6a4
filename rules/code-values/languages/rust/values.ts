import { code } from '../../../../src/rule.js';
import { type Read, readOperators } from '../shared/operators.js';
import { deepest, type Expression, type Member, tooDeep } from '../shared/outline.js';
import { labelOf, type Part, partsOf } from '../shared/parts.js';
import type { Tokens } from '../shared/tokens.js';
import { numberOf, textOf } from './literals.js';

const notPlain: Expression = { unread: 'its expression is more than texts, names and `concat!`' };

/** Reads all that stands between two indices, in a scope. */
export function readValue(tokens: Tokens, [from, to]: Part, scope: string, depth = 0): Expression {
  if (depth > deepest) return tooDeep;
  let start = from;
  while (start < to && tokens.is(start, '&', '&&', 'mut')) start++;
  if (start >= to) return { unread: 'it is empty' };
  const [expression, next] = readOperators(tokens, start, readOperand, to);
  return next >= to || tokens.is(next, 'as') ? expression : notPlain;

  function readOperand(at: number): Read {
    const word = tokens.word(at);
    switch (tokens.kind(at)) {
      case 'text':
        return [textOf(word), at + 1];
      case 'number':
        return [numberOf(word), at + 1];
      case 'character':
        return [{ other: 'a character' }, at + 1];
      case 'name':
        return readNamed(at, word);
    }
    const close = tokens.close(at);
    if (word === '(' && partsOf(tokens, at + 1, close).length === 1)
      return [readValue(tokens, [at + 1, close], scope, depth + 1), close + 1];
    if (word === '[' || word === '(') return [{ members: readElements([at + 1, close]) }, close + 1];
    return [notPlain, at + 1];
  }

  function readNamed(at: number, word: string): Read {
    if (word === 'true' || word === 'false') return [{ number: word }, at + 1];
    let [path, next] = [word === 'Self' ? scope : bare(word), at + 1];
    for (; next + 1 < to && tokens.is(next, '::') && tokens.kind(next + 1) === 'name'; next += 2)
      path += `.${bare(tokens.word(next + 1))}`;
    if (next < to && tokens.is(next, '!')) return readMacro(path, next + 1);
    if (next < to && tokens.is(next, '(', '.', '{'))
      return [
        {
          unread: `it is made by a call of ${code(tokens.between(at, tokens.is(next, '.') ? next + 2 : next))}`,
        },
        to,
      ];
    return [{ name: path.replace(/^(?:crate|self|super)\./, ''), in: scope }, next];
  }

  function readMacro(name: string, open: number): Read {
    const parts = partsOf(tokens, open + 1, tokens.close(open));
    const next = tokens.close(open) + 1;
    if (name === 'concat')
      return [
        { op: '+', terms: ['', ...parts.map((part) => readValue(tokens, part, scope, depth + 1))] },
        next,
      ];
    if (name === 'vec') return [{ members: readElements([open + 1, next - 1]) }, next];
    return [{ unread: `the macro ${code(`${name}!`)} makes it` }, next];
  }

  function readElements(inner: Part): Member[] {
    return partsOf(tokens, ...inner).map((part): Member => {
      const value = readValue(tokens, part, scope, depth + 1);
      const span = [tokens.span(part[0])[0], tokens.span(Math.max(part[0], part[1] - 1))[1]] as const;
      return { span, ...(typeof value === 'string' ? {} : { label: labelOf(tokens, part) }), value };
    });
  }
}

/** A name without what marks it as raw. */
export function bare(name: string): string {
  return name.replace(/^r#/, '');
}
