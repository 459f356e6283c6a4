import type { Span } from '../../../../src/rule.js';
import { type Expression, parseExpression } from './expression.js';
import { createLexer, type Token } from './lexer.js';

/** What is kept of a Go file. Plain JSON. */
export type GoFile = {
  readonly package: string;
  /** Its build constraint asks for the tag `ignore`, so that no ordinary build holds it. */
  readonly ignored?: true;
  readonly types: readonly GoType[];
  readonly constants: readonly GoConstant[];
};

export type GoType = {
  readonly name: string;
  readonly span: Span;
  /** The type it is made of, when that has a name. */
  readonly of?: string;
  readonly alias?: true;
};

export type GoConstant = {
  readonly name: string;
  readonly span: Span;
  /** Where its declaration begins: one number for a whole block. */
  readonly group: number;
  readonly type?: string;
  readonly expression: Expression;
};

const noName = '_';
const constraint = /^\/\/(?:go:build|[ \t]?\+build)[ \t]+(.*)$/gm;

/** Reads the constants and types that a Go file declares outside of functions. */
export function readGo(text: string): GoFile {
  const lexer = createLexer(text);
  const types: GoType[] = [];
  const constants: GoConstant[] = [];
  let name = '';
  let header = text.length;
  let depth = 0;
  for (lexer.next(); lexer.kind !== 'end'; lexer.next()) {
    if (lexer.kind === 'mark') depth = Math.max(0, depth + step(text, lexer));
    if (lexer.kind !== 'name' || depth > 0) continue;
    if (isWord('const')) readGroup(constantReader(lexer.start));
    else if (isWord('type')) readGroup(readType);
    else if (isWord('package') && name === '') readPackage();
  }
  return { package: name, ...(isIgnored(text.slice(0, header)) ? { ignored: true } : {}), types, constants };

  function isWord(word: string): boolean {
    return lexer.end - lexer.start === word.length && text.startsWith(word, lexer.start);
  }

  function readPackage(): void {
    header = lexer.start;
    if (lexer.next() === 'name') name = text.slice(lexer.start, lexer.end);
  }

  /** Reads one specification, or all that stand between parentheses. */
  function readGroup(readSpec: (tokens: readonly Token[]) => void): void {
    do lexer.next();
    while (isAutomatic());
    if (!(lexer.kind === 'mark' && text[lexer.start] === '(')) {
      readSpec(tokensOfSpec());
      return;
    }
    do {
      lexer.next();
      const tokens = tokensOfSpec();
      if (tokens.length > 0) readSpec(tokens);
    } while (lexer.kind === 'mark' && (isAutomatic() || text[lexer.start] === ';'));
  }

  function isAutomatic(): boolean {
    return lexer.kind === 'mark' && lexer.start === lexer.end;
  }

  /** Up to the `;` or the bracket that ends the specification, which stays the current token. */
  function tokensOfSpec(): Token[] {
    const tokens: Token[] = [];
    let level = 0;
    for (; lexer.kind !== 'end'; lexer.next()) {
      if (lexer.kind === 'mark') {
        if (level === 0 && (isAutomatic() || text[lexer.start] === ';')) break;
        const change = step(text, lexer);
        if (level + change < 0) break;
        level += change;
      }
      tokens.push({ kind: lexer.kind, start: lexer.start, end: lexer.end });
    }
    return tokens;
  }

  function constantReader(group: number): (tokens: readonly Token[]) => void {
    let type: string | undefined;
    let expressions: readonly Expression[] = [];
    return (tokens) => {
      const names = leadingNames(tokens);
      if (names.length === 0) return;
      const end = names.length * 2 - 1;
      const equals = topLevel(tokens, '=', end)[0];
      if (equals !== undefined) {
        type = typeName(tokens, end, equals);
        const commas = [equals, ...topLevel(tokens, ',', equals + 1), tokens.length];
        expressions = commas
          .slice(1)
          .map((to, index) => parseExpression(text, tokens, (commas[index] as number) + 1, to));
      }
      for (const [index, token] of names.entries()) {
        const name = text.slice(token.start, token.end);
        if (name === noName) continue;
        const expression = expressions[index] ?? null;
        constants.push({
          name,
          span: [token.start, token.end],
          group,
          ...(type ? { type } : {}),
          expression,
        });
      }
    };
  }

  function leadingNames(tokens: readonly Token[]): Token[] {
    const names: Token[] = [];
    for (let at = 0; tokens[at]?.kind === 'name'; at += 2) {
      names.push(tokens[at] as Token);
      if (!isMarkAt(tokens[at + 1], ',')) break;
    }
    return names;
  }

  function readType(tokens: readonly Token[]): void {
    const token = tokens[0];
    if (token?.kind !== 'name') return;
    const isAlias = isMarkAt(tokens[1], '=');
    const of = typeName(tokens, isAlias ? 2 : 1, tokens.length);
    types.push({
      name: text.slice(token.start, token.end),
      span: [token.start, token.end],
      ...(of ? { of } : {}),
      ...(isAlias ? { alias: true } : {}),
    });
  }

  /** `Client` or `pkg.Client`, in parentheses or without; undefined for a type that is no mere name. */
  function typeName(tokens: readonly Token[], from: number, to: number): string | undefined {
    while (isMarkAt(tokens[from], '(') && isMarkAt(tokens[to - 1], ')')) {
      from++;
      to--;
    }
    const isQualified = isMarkAt(tokens[from + 1], '.') && tokens[from + 2]?.kind === 'name';
    if (tokens[from]?.kind !== 'name' || to - from !== (isQualified ? 3 : 1)) return undefined;
    const words = tokens.slice(from, to);
    return words.map(({ start, end }) => text.slice(start, end)).join('');
  }

  function topLevel(tokens: readonly Token[], mark: string, from: number): number[] {
    const found: number[] = [];
    let level = 0;
    for (let index = from; index < tokens.length; index++) {
      const token = tokens[index] as Token;
      if (token.kind !== 'mark') continue;
      if (level === 0 && isMarkAt(token, mark)) found.push(index);
      level += step(text, token);
    }
    return found;
  }

  function isMarkAt(token: Token | undefined, mark: string): boolean {
    return token?.kind === 'mark' && token.end > token.start && text[token.start] === mark;
  }
}

function step(text: string, { start, end }: Token): -1 | 0 | 1 {
  if (end === start) return 0;
  const mark = text[start] as string;
  return '([{'.includes(mark) ? 1 : ')]}'.includes(mark) ? -1 : 0;
}

function isIgnored(header: string): boolean {
  return [...header.matchAll(constraint)].some(([, tags = '']) =>
    /^(?:[^|]*[\s&(])?ignore(?:[\s&)][^|]*)?$/.test(tags),
  );
}
