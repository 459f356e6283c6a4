import { Parser } from 'htmlparser2';

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

/** Reads raw HTML in order; names in lower case, entities decoded. */
export function htmlEvents(html: string): HtmlEvent[] {
  const events: HtmlEvent[] = [];
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        events.push({
          kind: 'open',
          tag,
          attributes: { ...attributes },
          start: parser.startIndex,
          end: parser.endIndex + 1,
        });
      },
      onclosetag(tag, implied) {
        if (!implied) events.push({ kind: 'close', tag, start: parser.startIndex, end: parser.endIndex + 1 });
      },
      ontext(text) {
        events.push({ kind: 'text', text });
      },
      oncomment(text) {
        events.push({ kind: 'comment', text, start: parser.startIndex, end: parser.endIndex + 1 });
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true, recognizeSelfClosing: true },
  );
  parser.write(html);
  parser.end();
  return events;
}
