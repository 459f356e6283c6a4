import { Buffer } from 'node:buffer';

/** Longer ones are cut out by V8 as a window on the text that they were cut from, and would keep all of it. */
const shortest = 13;
const room = Buffer.allocUnsafeSlow(1 << 13);

/** The same text, and nothing of the page around it. */
export function ownText(text: string): string {
  if (text.length < shortest || text.length * 3 > room.length || !text.isWellFormed()) return text;
  return room.toString('utf8', 0, room.write(text));
}
