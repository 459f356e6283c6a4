import type { Anchor, Heading, Link, Span } from '../model.js';
import { ownText } from '../own-text.js';
import { attributeSpan } from './attribute-span.js';
import { type HtmlEvent, htmlEvents } from './html.js';
import { projectOffsets } from './project-offsets.js';
import { srcsetUrls } from './srcset.js';

interface Sink {
  readonly headings: Heading[];
  readonly anchors: Anchor[];
  link(link: Link): void;
  comment(content: string, contentStart: number, span: Span): void;
}

const urlAttributes = ['href', 'src', 'poster'];

/**
 * Reads the raw HTML of a page in document order. A raw heading may begin in one node and end in
 * another, with Markdown between them, so the caller also hands over the text it meets.
 */
export function htmlReader(
  text: string,
  sink: Sink,
): {
  /** `value` is what a node of raw HTML holds. */
  node(value: string, span: Span): void;
  /** Whether a raw heading is open, so that text is part of it. */
  isOpen(): boolean;
  text(value: string): void;
  startHeading(): void;
  endHeading(): void;
} {
  let open: { depth: number; start: number; words: string } | undefined;
  let inMarkdownHeading = false;

  function element(event: Extract<HtmlEvent, { kind: 'open' }>, span: Span): void {
    const { attributes } = event;
    if (attributes.id) sink.anchors.push({ id: ownText(attributes.id), span, from: 'id' });
    if (attributes.name && event.tag === 'a')
      sink.anchors.push({ id: ownText(attributes.name), span, from: 'name' });
    for (const attribute of urlAttributes) {
      const url = attributes[attribute];
      if (url !== undefined && !isBound(url))
        sink.link(htmlLink(url.replace(/[\t\n\r]/g, '').trim(), span, attribute, text));
    }
    for (const url of srcsetUrls(attributes.srcset ?? '')) sink.link(htmlLink(url, span, 'srcset', text));
  }

  return {
    isOpen: () => open !== undefined,
    text(value) {
      if (open) open.words += value;
    },
    startHeading() {
      inMarkdownHeading = true;
      open = undefined;
    },
    endHeading() {
      inMarkdownHeading = false;
    },
    node(value, span) {
      const at = projectOffsets(text, span[0], span[1], value);
      for (const event of htmlEvents(value)) {
        if (event.kind === 'text') {
          if (open) open.words += event.text;
          continue;
        }
        const place: Span = [at(event.start), at(event.end)];
        if (event.kind === 'comment') {
          sink.comment(event.text, at(event.start + '<!--'.length), place);
          continue;
        }
        const depth = /^h([1-6])$/.exec(event.tag)?.[1];
        if (event.kind === 'open') {
          element(event, place);
          if (depth && !inMarkdownHeading) open = { depth: Number(depth), start: place[0], words: '' };
        } else if (depth && open) {
          const words = open.words.replace(/\s+/g, ' ').trim();
          sink.headings.push({
            depth: open.depth,
            span: [open.start, place[1]],
            content: [ownText(words)],
            from: 'html',
          });
          open = undefined;
        }
      }
    },
  };
}

/** A framework fills these in: `href={x}` in JSX, `{{ x }}` in a template. */
function isBound(url: string): boolean {
  return url.startsWith('{');
}

function htmlLink(url: string, span: Span, attribute: string, text: string): Link {
  return { kind: 'html', url, span, urlSpan: attributeSpan(text, span, attribute, url) ?? span };
}
