import { once } from '../../../src/rule.js';
import type { Block } from '../block-around.js';
import type { Gap } from './gap.js';

interface Mark {
  readonly sign: string;
  readonly name: string;
}

const colon: Mark = { sign: ':', name: 'a colon' };
const comma: Mark = { sign: ',', name: 'a comma' };
const semicolon: Mark = { sign: ';', name: 'a semicolon' };

/** What goes on with the sentence that was begun. */
const goingOn = wordsOf(
  `although and as because both but by either especially except for from in including instead just like
   neither never nor not on only or particularly plus rather since so such than then through to unless
   unlike until usually whether which while who whose with within without yet`,
);

/** What begins another one. */
const beginning = wordsOf(
  `he however i it it's please she that's there there's therefore these they they're this those we we're you
   you'll you're`,
);

/** How many words a name has that is explained behind the dash. */
const longestName = 4;

/** The mark for a dash that is alone in its sentence; undefined where more than one would do. */
export function markFor(
  text: string,
  { kind, span, lead }: Block,
  { before, behind }: Gap,
): Mark | undefined {
  const isLed = lead[1] > span[0] && /^\s*(?:\([^()]*\))?$/.test(text.slice(lead[1], before));
  if (isLed || kind === 'heading')
    return text.slice(span[0], before).includes(':') && !isLed ? undefined : colon;
  const word =
    /^[\p{L}'’]+/u
      .exec(text.slice(behind, behind + 40))?.[0]
      .toLowerCase()
      .replace('’', "'") ?? '';
  if (goingOn().has(word)) return comma;
  if (beginning().has(word)) return semicolon;
  const name = text.slice(span[0], before);
  const isName = name.length < 60 && !/[.,:;!?]/.test(name) && name.trim().split(/\s+/).length <= longestName;
  return kind === 'item' && isName ? colon : undefined;
}

function wordsOf(words: string): () => ReadonlySet<string> {
  return once(() => new Set(words.split(/\s+/)));
}
