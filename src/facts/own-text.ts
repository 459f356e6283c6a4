import { Buffer } from 'node:buffer';
import type { Anchor, Heading, Inline, Link } from '../model.js';

/** Longer ones are cut out by V8 as a window on the text that they were cut from, and would keep all of it. */
const shortest = 13;
const room = Buffer.allocUnsafeSlow(1 << 13);

/** The same text, and nothing of the page around it. */
function ownText(text: string): string {
  if (text.length < shortest || text.length * 3 > room.length || !text.isWellFormed()) return text;
  return room.toString('utf8', 0, room.write(text));
}

export function ownLink(link: Link): Link {
  return { ...link, url: ownText(link.url) };
}

export function ownAnchor(anchor: Anchor): Anchor {
  return { ...anchor, id: ownText(anchor.id) };
}

export function ownHeading(heading: Heading): Heading {
  const { raw } = heading;
  return {
    ...heading,
    content: heading.content.map(ownInline),
    ...(raw === undefined ? {} : { raw: ownText(raw) }),
  };
}

function ownInline(inline: Inline): Inline {
  return typeof inline === 'string' ? ownText(inline) : [inline[0], ownText(inline[1])];
}
