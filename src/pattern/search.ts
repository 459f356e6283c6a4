import type { Instruction } from './compile.js';

/** Where a group begins and ends, by characters; undefined for one that took no part. */
export type Groups = readonly (readonly [start: number, end: number] | undefined)[];

/**
 * Finds every match in a line, as JavaScript would. A step that did not lead to a match from a place is not tried from there
 * again, so that the time is at most the length of the line by that of the program.
 */
export function* search(
  program: readonly Instruction[],
  count: number,
  line: readonly string[],
): Generator<Groups> {
  const tried = new Uint8Array(program.length * (line.length + 1));
  for (let start = 0; start <= line.length; ) {
    const slots = run(start);
    if (!slots) {
      start++;
      continue;
    }
    const end = slots[1] as number;
    yield Array.from({ length: count + 1 }, (_, group) => {
      const [from, to] = [slots[group * 2], slots[group * 2 + 1]];
      return from === undefined || to === undefined ? undefined : ([from, to] as const);
    });
    tried.fill(0, end * program.length, (end + 1) * program.length);
    start = end > start ? end : end + 1;
  }

  function run(start: number): readonly (number | undefined)[] | undefined {
    const slots: (number | undefined)[] = [start];
    const waiting: (readonly ['go', number, number] | readonly ['undo', number, number | undefined])[] = [
      ['go', 0, start],
    ];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (next[0] === 'undo') {
        slots[next[1]] = next[2];
        continue;
      }
      let [, step, at] = next;
      for (;;) {
        const key = at * program.length + step;
        if (tried[key]) break;
        tried[key] = 1;
        const instruction = program[step] as Instruction;
        if (instruction.op === 'match') {
          slots[1] = at;
          return slots;
        }
        if (instruction.op === 'split') {
          waiting.push(['go', instruction.second, at]);
          step = instruction.first;
        } else if (instruction.op === 'jump') step = instruction.to;
        else if (instruction.op === 'save') {
          waiting.push(['undo', instruction.slot, slots[instruction.slot]]);
          slots[instruction.slot] = at;
          step++;
        } else if (instruction.op === 'clear') {
          for (let slot = instruction.from; slot < instruction.to; slot++) {
            waiting.push(['undo', slot, slots[slot]]);
            slots[slot] = undefined;
          }
          step++;
        } else {
          const isRight =
            instruction.op === 'test'
              ? at < line.length && instruction.test(line[at] as string)
              : holds(instruction.mark, at);
          if (!isRight) break;
          if (instruction.op === 'test') at++;
          step++;
        }
      }
    }
    return undefined;
  }

  function holds(mark: '^' | '$' | 'b' | 'B', at: number): boolean {
    if (mark === '^') return at === 0;
    if (mark === '$') return at === line.length;
    return (isWord(line[at - 1]) !== isWord(line[at])) === (mark === 'b');
  }
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /^\w$/.test(character);
}
