import { Tokenizer } from 'htmlparser2';

type Callbacks = ConstructorParameters<typeof Tokenizer>[1];

/** What a piece of raw HTML says that links, anchors, headings and comments are made of. Offsets into its text. */
export type HtmlEvent =
  | {
      readonly kind: 'open';
      readonly tag: string;
      readonly attributes: Readonly<Record<string, string>>;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'close'; readonly tag: string; readonly start: number; readonly end: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'comment'; readonly text: string; readonly start: number; readonly end: number };

/**
 * Reads raw HTML in order; names in lower case, entities decoded. By tokens and not as a tree: a piece of raw
 * HTML in Markdown may close what another one opened. Of an attribute that stands twice the first counts.
 */
export function htmlEvents(html: string): readonly HtmlEvent[] {
  return onlyEvent(html) ?? tokenized(html);
}

/** The whole text as one comment, or as one tag without attributes, which most pieces are: there no tokenizer is needed. */
function onlyEvent(html: string): readonly [HtmlEvent] | undefined {
  const end = html.length;
  if (html.startsWith('<!--')) {
    if (html.indexOf('-->', '<!'.length) !== end - '-->'.length) return undefined;
    return [{ kind: 'comment', text: html.slice('<!--'.length, -'-->'.length), start: 0, end }];
  }
  const match = bareTag.exec(html);
  if (!match) return undefined;
  const tag = (match[2] as string).toLowerCase();
  return [
    match[1] === ''
      ? { kind: 'open', tag, attributes: {}, start: 0, end }
      : { kind: 'close', tag, start: 0, end },
  ];
}

const bareTag = /^<(\/?)([a-z][a-z\d]{0,20})>$/i;

function tokenized(html: string): HtmlEvent[] {
  const events: HtmlEvent[] = [];
  let tag = { name: '', start: 0, attributes: new Map<string, string>() };
  let attribute = { name: '', value: '' };
  const ignore = (): void => undefined;
  const open = (end: number): void => {
    const attributes = Object.fromEntries(tag.attributes);
    events.push({ kind: 'open', tag: tag.name, attributes, start: tag.start, end: end + 1 });
  };
  const text = (value: string): void => {
    events.push({ kind: 'text', text: value });
  };
  const callbacks: Callbacks = {
    onopentagname(start, end) {
      tag = { name: html.slice(start, end).toLowerCase(), start: start - 1, attributes: new Map() };
    },
    onattribname(start, end) {
      attribute = { name: html.slice(start, end).toLowerCase(), value: '' };
    },
    onattribdata(start, end) {
      attribute.value += html.slice(start, end);
    },
    onattribentity(codepoint) {
      attribute.value += String.fromCodePoint(codepoint);
    },
    onattribend() {
      if (!tag.attributes.has(attribute.name)) tag.attributes.set(attribute.name, attribute.value);
    },
    onopentagend: open,
    onselfclosingtag: open,
    onclosetag(start, end) {
      const bracket = html.indexOf('>', end);
      const stop = bracket < 0 ? html.length : bracket + 1;
      events.push({ kind: 'close', tag: html.slice(start, end).toLowerCase(), start: start - 2, end: stop });
    },
    oncomment(start, end, offset) {
      const stop = Math.min(html.length, end + 1);
      events.push({ kind: 'comment', text: html.slice(start, end - offset), start: start - 4, end: stop });
    },
    ontext: (start, end) => text(html.slice(start, end)),
    ontextentity: (codepoint) => text(String.fromCodePoint(codepoint)),
    oncdata: ignore,
    ondeclaration: ignore,
    onprocessinginstruction: ignore,
    onend: ignore,
  };
  const tokenizer = new Tokenizer({ decodeEntities: true }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
  return events;
}
