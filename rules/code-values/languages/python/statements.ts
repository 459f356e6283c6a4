import type { Part } from '../shared/parts.js';
import type { Tokens } from '../shared/tokens.js';

export interface Statement {
  /** Characters before it on its line. */
  readonly indent: number;
  readonly part: Part;
}

/** Logical lines: one goes on inside of brackets and behind a backslash. */
export function* statementsOf(tokens: Tokens): Generator<Statement> {
  for (let from = 0; from < tokens.size; ) {
    let to = Math.min(tokens.size, tokens.close(from) + 1);
    while (to < tokens.size && !tokens.breaks(to)) to = Math.min(tokens.size, tokens.close(to) + 1);
    const start = tokens.span(from)[0];
    yield { indent: start - (tokens.source.lastIndexOf('\n', start - 1) + 1), part: [from, to] };
    from = to;
  }
}
