import { type Node, type Pattern, PatternError } from './parse.js';

/** One step of a program. `split` goes on at one of two places, the first one if that leads to a match. */
export type Instruction =
  | { readonly op: 'test'; readonly test: (character: string) => boolean }
  | { readonly op: 'assert'; readonly mark: '^' | '$' | 'b' | 'B' }
  | { readonly op: 'save'; readonly slot: number }
  /** Forgets what groups held in the last round of a repetition. */
  | { readonly op: 'clear'; readonly from: number; readonly to: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'split'; first: number; second: number }
  | { readonly op: 'match' };

const longest = 2000;

/** Makes a program of a pattern. Repetitions with numbers are written out. */
export function compilePattern({ node }: Pattern): readonly Instruction[] {
  const program: Instruction[] = [];
  write(node);
  add({ op: 'match' });
  return program;

  function add<I extends Instruction>(instruction: I): I {
    if (program.length >= longest) throw new PatternError('it is too long');
    program.push(instruction);
    return instruction;
  }

  function write(of: Node): void {
    switch (of.kind) {
      case 'empty':
        return;
      case 'test':
        add({ op: 'test', test: of.test });
        return;
      case 'assert':
        add({ op: 'assert', mark: of.mark });
        return;
      case 'row':
        for (const one of of.of) write(one);
        return;
      case 'group':
        add({ op: 'save', slot: of.number * 2 });
        write(of.of);
        add({ op: 'save', slot: of.number * 2 + 1 });
        return;
      case 'either':
        writeEither(of.of);
        return;
      case 'repeat':
        writeRepeat(of);
    }
  }

  function writeEither(rows: readonly Node[]): void {
    const ends: { to: number }[] = [];
    for (const [index, row] of rows.entries()) {
      const isLast = index === rows.length - 1;
      const split = isLast ? undefined : add({ op: 'split' as const, first: program.length + 1, second: 0 });
      write(row);
      if (!split) break;
      ends.push(add({ op: 'jump' as const, to: 0 }));
      split.second = program.length;
    }
    for (const end of ends) end.to = program.length;
  }

  function writeRepeat({ of, groups, least, most, isLazy }: Extract<Node, { kind: 'repeat' }>): void {
    for (let count = 0; count < least; count++) round();
    const splits: ReturnType<typeof fork>[] = [];
    if (most === Number.POSITIVE_INFINITY) {
      const start = program.length;
      splits.push(fork());
      round();
      add({ op: 'jump', to: start });
    } else {
      for (let count = least; count < most; count++) {
        splits.push(fork());
        round();
      }
    }
    for (const split of splits) split[isLazy ? 'first' : 'second'] = program.length;

    function round() {
      if (groups[0] < groups[1]) add({ op: 'clear', from: groups[0] * 2, to: groups[1] * 2 });
      write(of);
    }

    function fork() {
      return add({ op: 'split' as const, first: program.length + 1, second: program.length + 1 });
    }
  }
}
