import type { Declared } from '../shared/outline.js';
import { labelOf, type Part } from '../shared/parts.js';
import type { Tokens } from '../shared/tokens.js';

const calls = new Set(
  'add addAll addFirst addLast put putAll putIfAbsent remove removeAll retainAll clear set plusAssign'.split(
    ' ',
  ),
);

/** What a block that runs with its class changes of the sets that the class has. */
export function readChanges(tokens: Tokens, [from, to]: Part, scope: string): Declared[] {
  const changes: Declared[] = [];
  for (let at = from; at < to; at++) {
    const isCall = tokens.is(at + 1, '.') && calls.has(tokens.word(at + 2)) && tokens.is(at + 3, '(');
    const isKey = tokens.is(at + 1, '[') && tokens.is(tokens.close(at + 1) + 1, '=');
    if (tokens.kind(at) !== 'name' || tokens.is(at - 1, '.') || !(isCall || isKey || tokens.is(at + 1, '+=')))
      continue;
    const own = tokens.word(at);
    const label = labelOf(tokens, [at, isCall ? tokens.close(at + 3) + 1 : at + 2]);
    const span = tokens.span(at);
    const members = [{ span, label, value: { unread: 'the set is changed later' } }];
    changes.push({ name: scope === '' ? own : `${scope}.${own}`, span, value: { members } });
  }
  return changes;
}
