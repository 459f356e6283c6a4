import { after, endOfName, endOfQuoted, type Lexis, type Special } from '../shared/scan.js';
import type { Token } from '../shared/tokens.js';

/**
 * What the reader is inside of. `block` and `value` are braces; `control` are the parentheses of `if` and its like, behind
 * which a statement begins. `tag`, `closing` and `children` are the parts of an element of JSX.
 */
type Inside = 'block' | 'value' | 'template' | 'control' | 'group' | 'tag' | 'closing' | 'children';

const beforeOperand = new Set(
  'return typeof case in of delete void throw new else do instanceof await yield extends default'.split(' '),
);
const beforeStatement = new Set(['else', 'do']);
const control = new Set(['if', 'while', 'for', 'with']);
const beforeBlock = new Set([')', ';', '{', '}', '=>', ']', '>']);
const typeParameters = /<(?:const\s+)?[\w$]+\s*(?:,|extends\b)/y;
const typeArguments = /<[^<>]*>/y;
const startsTag = /<[A-Za-z_$>]/y;

/**
 * The tokens of TypeScript and JavaScript; one such for one source. Whether `/` begins a regular expression and `<` an
 * element hangs on what stands before it.
 */
export function createLexis(hasJsx: boolean): Lexis {
  const stack: Inside[] = [];
  let closed: Inside | undefined;
  let operand = false;
  let source = '';
  return {
    lineComments: ['//'],
    blockComments: { open: '/*', close: '*/' },
    marks: '=> ... ?. ?? && || == === != !== <= << ** ++ -- +='.split(' '),
    inNames: '$',
    special(text, at, before) {
      source = text;
      operand = endsOperand(before);
      const top = stack.at(-1);
      return (top === 'tag' || top === 'closing' ? inTag(at, top) : undefined) ?? token(at, before, top);
    },
  };

  function token(at: number, before: Token | undefined, top: Inside | undefined): Special | undefined {
    switch (source[at]) {
      case '"':
      case "'":
        return { kind: 'text', end: endOfQuoted(source, at) };
      case '`':
        return template(at + 1, true);
      case '/':
        return operand ? undefined : { kind: 'own', end: endOfPattern(at + 1) };
      case '<':
        return element(at, top);
      case '(':
        return open(at, before?.kind === 'name' && control.has(word(before)) ? 'control' : 'group');
      case '[':
        return open(at, 'group');
      case '{':
        return open(at, opensBlock(before) ? 'block' : 'value');
      case ')':
      case ']':
      case '}':
        return close(at);
      case '#':
        return at === 0 && source[1] === '!' ? { kind: 'own', end: after(source, '\n', 0) } : undefined;
    }
    return undefined;
  }

  function word({ start, end }: Token): string {
    return source.slice(start, end);
  }

  function open(at: number, inside: Inside): Special {
    stack.push(inside);
    return { kind: 'mark', end: at + 1 };
  }

  function close(at: number): Special {
    closed = stack.pop();
    if (closed === 'template') return template(at + 1, false);
    return { kind: 'mark', end: stack.at(-1) === 'children' ? endOfText(at + 1) : at + 1 };
  }

  function endsOperand(before: Token | undefined): boolean {
    if (!before) return false;
    if (before.kind === 'name') return !beforeOperand.has(word(before)) || source[before.start - 1] === '.';
    if (before.kind !== 'mark') return before.kind !== 'head' && before.kind !== 'middle';
    switch (source[before.start]) {
      case ')':
        return closed !== 'control';
      case ']':
        return true;
      case '}':
        return closed !== 'block';
    }
    return ['!', '++', '--'].includes(word(before)) && operand;
  }

  function opensBlock(before: Token | undefined): boolean {
    if (before?.kind === 'name') return !beforeOperand.has(word(before)) || beforeStatement.has(word(before));
    return before?.kind !== 'mark' || beforeBlock.has(word(before));
  }

  /** From behind the quote, or behind the brace that ends an expression, to the next expression or the end. */
  function template(from: number, isFirst: boolean): Special {
    for (let end = from; end < source.length; end++) {
      if (source[end] === '`') return { kind: isFirst ? 'text' : 'tail', end: end + 1 };
      if (source[end] === '\\') end++;
      else if (source[end] === '$' && source[end + 1] === '{') {
        stack.push('template');
        return { kind: isFirst ? 'head' : 'middle', end: end + 2 };
      }
    }
    return { kind: isFirst ? 'text' : 'tail', end: source.length };
  }

  function endOfPattern(from: number): number {
    let inClass = false;
    for (let end = from; end < source.length && source[end] !== '\n'; end++) {
      const character = source[end];
      if (character === '\\') end++;
      else if (character === '[') inClass = true;
      else if (character === ']') inClass = false;
      else if (character === '/' && !inClass) return endOfName(source, end + 1);
    }
    return from;
  }

  function element(at: number, top: Inside | undefined): Special | undefined {
    if (top === 'children') {
      const isEnd = source[at + 1] === '/';
      stack.push(isEnd ? 'closing' : 'tag');
      return { kind: 'own', end: at + (isEnd ? 2 : 1) };
    }
    if (!hasJsx || operand || !matches(startsTag, at) || matches(typeParameters, at)) return undefined;
    stack.push('tag');
    return { kind: 'own', end: at + 1 };
  }

  function inTag(at: number, top: 'tag' | 'closing'): Special | undefined {
    switch (source[at]) {
      case '"':
      case "'":
        return { kind: 'own', end: after(source, source[at] as string, at + 1) };
      case '<':
        return { kind: 'own', end: matches(typeArguments, at) ? typeArguments.lastIndex : at + 1 };
      case '/':
        if (source[at + 1] !== '>') return { kind: 'own', end: at + 1 };
        stack.pop();
        return endElement(at + 2);
      case '>':
        stack.pop();
        if (top === 'closing') {
          stack.pop();
          return endElement(at + 1);
        }
        stack.push('children');
        return { kind: 'own', end: endOfText(at + 1) };
    }
    return undefined;
  }

  function endElement(end: number): Special {
    return { kind: 'own', end: stack.at(-1) === 'children' ? endOfText(end) : end };
  }

  /** The text of an element goes on to the next element or expression, whatever it holds. */
  function endOfText(from: number): number {
    let end = from;
    while (end < source.length && source[end] !== '<' && source[end] !== '{') end++;
    return end;
  }

  function matches(pattern: RegExp, at: number): boolean {
    pattern.lastIndex = at;
    return pattern.test(source);
  }
}
