import { extractFacts } from '../facts/extract.js';
import type { Parser } from '../markdown/parse.js';
import { parsedPage } from '../markdown/parsed-page.js';
import type { Heading, Path } from '../model.js';

/** The heading that one line of a page writes; undefined when it writes none. */
export function headingOf(parser: Parser, path: Path, line: string): Heading | undefined {
  if (line.length > 500) return undefined;
  const syntax = /\.mdx$/i.test(path) ? 'mdx' : 'md';
  return extractFacts(parsedPage({ path, text: line, syntax }, parser.read(line, syntax))).headings[0];
}
