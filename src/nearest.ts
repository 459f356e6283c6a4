import { distance } from 'fastest-levenshtein';

/**
 * The candidate nearest to what was written, if it is near enough to be meant: a different letter case
 * first, else an edit distance of at most a third of the longer name, where two neighbours that changed
 * places count once. Names that share words, or a long beginning, are near only if what they do not share is.
 * Undefined when none is near.
 */
export function nearest(wanted: string, candidates: Iterable<string>): string | undefined {
  const folded = wanted.toLowerCase();
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate === wanted) continue;
    const other = candidate.toLowerCase();
    if (other === folded) return candidate;
    const limit = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3));
    if (Math.abs(wanted.length - candidate.length) > limit) continue;
    const far = isSwap(folded, other) ? 1 : distance(folded, other);
    if (far <= limit && far < bestDistance && isAlike(folded, other, far)) {
      best = candidate;
      bestDistance = far;
    }
  }
  return best;
}

/** Whether the words that differ could be meant for each other: `sutup` for `setup` in `a-setup-b`, but not `run` for `rmi`. */
function isAlike(a: string, b: string, far: number): boolean {
  if (far === 1 || stemOf(a) === stemOf(b)) return true;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  if (start + end >= Math.min(a.length, b.length)) return true;
  const inner = Math.max(a.length, b.length) - start - end;
  if (far > 2 && far > inner * 0.6) return false;
  while (start > 0 && isWord(a[start - 1])) start--;
  while (end > 0 && isWord(a[a.length - end])) end--;
  return far * 2 < Math.max(a.length, b.length) - start - end;
}

function stemOf(name: string): string {
  return name.replace(/(?<=.)\.\w+$/, '');
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/**
 * Whether a name can only be a slip of the pen for the one that was meant: letter case or how its words are joined,
 * or one letter of a long enough word, with none of the others near.
 */
export function isSlip(written: string, meant: string, candidates: Iterable<string>): boolean {
  const others = [...candidates].filter((name) => name !== meant);
  if (bare(meant) === bare(written)) {
    return /\p{L}/u.test(written) && !others.some((name) => bare(name) === bare(written));
  }
  return isTypo(written, meant) && nearest(written, others) === undefined;
}

/** One letter of a long enough word: two make `import` of `export`, a digit another version, a word another thing. */
function isTypo(a: string, b: string): boolean {
  const isSmall =
    distance(a, b) === 1 || (a.length === b.length && distance(a, b) === 2 && sorted(a) === sorted(b));
  return isSmall && Math.min(a.length, b.length) > 4 && a.replace(/\D+/g, '') === b.replace(/\D+/g, '');
}

function sorted(text: string): string {
  return [...text].sort().join('');
}

/** Letter case and how words are joined are no difference of meaning. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/g, '');
}
