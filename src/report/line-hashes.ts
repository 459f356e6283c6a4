/** Characters that a hash is made of, from the start of its line. */
const reach = 100;

/**
 * The hashes by which GitHub knows the lines of a file again: what it calls `primaryLocationLineHash`. Each is of the
 * hundred characters from the start of its line that are neither blank nor tab, with a counter for repeats.
 * `wanted` are lines that count from 1.
 */
export function lineHashes(text: string, wanted: ReadonlySet<number>): ReadonlyMap<number, string> {
  const hashes = new Map<number, string>();
  const counts = new Map<string, number>();
  const end = '\uffff';
  const stream = text.replace(/\r\n?/g, '\n').replace(/[ \t]+/g, '') + end;
  const last = Math.max(0, ...wanted);
  for (let line = 1, at = 0; line <= last; line++) {
    const hash = hashOf(stream, at);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    if (wanted.has(line)) hashes.set(line, `${hash}:${count}`);
    at = stream.indexOf('\n', at) + 1;
    if (at === 0) break;
  }
  return hashes;
}

/** A number of 64 bits, in two halves: each character is added to 37 times what came before it. */
function hashOf(stream: string, from: number): string {
  let high = 0;
  let low = 0;
  for (let at = from; at < from + reach; at++) {
    const sum = low * 37 + (at < stream.length ? stream.charCodeAt(at) : 0);
    low = sum % 2 ** 32;
    high = (high * 37 + Math.floor(sum / 2 ** 32)) % 2 ** 32;
  }
  return ((BigInt(high) << 32n) | BigInt(low)).toString(16);
}
