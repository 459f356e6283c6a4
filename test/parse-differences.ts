/** Pages that the two parsers read differently, and why that is left as it is. */
export interface Difference {
  readonly reason: string;
  /** Who reads it as CommonMark, GFM and GitHub do. */
  readonly right: 'satteri' | 'mdast' | 'neither';
  /** Each is read differently today; one that no longer is can be struck off. */
  readonly examples: readonly string[];
  /** Finds every page that may hold such a construct, and some that hold none. */
  readonly pattern: RegExp;
}

/** In Markdown. */
export const differences: readonly Difference[] = [
  {
    reason: 'A `[ ]` that ends its line: whether it makes its item a task depends on what the next line is.',
    right: 'mdast',
    examples: ['- [ ]\r\ntext', '- [ ]\n<'],
    pattern: /\[[ xX]\][ \t]*(?:[\r\n]|$)/,
  },
  {
    reason: 'HTML that cannot interrupt a paragraph, on the line behind a footnote: a block for satteri.',
    right: 'mdast',
    examples: ['[^a]: note\n<b>\n'],
    pattern: /\[\^[^\]]+\]:[\s\S]*[\r\n][ \t>]*</,
  },
  {
    reason: 'A list in a footnote: in mdast, an item ends behind the marker of the next one.',
    right: 'satteri',
    examples: ['[^a]: b\n    - c\n    - d\n'],
    pattern: /\[\^[^\]]+\]:[\s\S]*[\r\n][ \t]+(?:[-+*]|\d)/,
  },
  {
    reason: 'HTML that cannot interrupt a paragraph, on the line behind a table: a row for satteri.',
    right: 'mdast',
    examples: ['a|b\n-|-\n<b>'],
    pattern: /-[ \t:|]*[\r\n](?:[\s\S]*[\r\n])?[ \t>]*<\/?[a-z]/i,
  },
  {
    reason: 'A symbol beyond U+FFFF beside emphasis or a bare address: micromark sees half of it.',
    right: 'satteri',
    examples: ['*>***😀', '😀www.a.com'],
    pattern: /[*_~][\u{10000}-\u{10ffff}]|[\u{10000}-\u{10ffff}](?:[*_~]|[^\s]*(?:www|:\/\/|@))/u,
  },
  {
    reason: 'Raw HTML whose end tag is another one: satteri waits for its own.',
    right: 'mdast',
    examples: ['<script></pre>\ntext'],
    pattern: /<(?:script|pre|style|textarea)\b[\s\S]*<\/(?:script|pre|style|textarea)/i,
  },
  {
    reason: 'A bare address beside an escape or a character reference: its offsets are a guess in mdast.',
    right: 'satteri',
    examples: ['<foo\\+@bar.example.com>', '"www.a.com\\*'],
    pattern: /(?:www\.|:\/\/|@)[^\r\n]*[\\&]|[\\&][^\s]*(?:www\.|:\/\/|@)/i,
  },
  {
    reason:
      'Rare bare addresses: behind a letter or a slash, without a domain, or before brackets, bars and stars.',
    right: 'neither',
    examples: ['/a@b.c', '[éa@b.c', '[http://a.|<-', '|a|\n|-|\n|www.b.c***|\n'],
    pattern: /[^\s][\w.+-]+@|www\.(?![\w-]+\.)|(?:www\.|:\/\/)[^\r\n]*[|<[\]{}*]/i,
  },
  {
    reason: 'A text that ends at a line end: mdast counts white space and the quote’s `>` that follow to it.',
    right: 'satteri',
    examples: ['[\n http://a.com', '"www.a.com \nb', '>`\n><b>'],
    pattern:
      /[\r\n][ \t>]*(?:www\.|https?:\/\/|[\w.+-]+@)|(?:www\.|:\/\/|@)[^\r\n]*[ \t][\r\n]|[`<][\s\S]*[\r\n][ \t>]+|[\r\n][ \t]+\[/i,
  },
  {
    reason: 'An item without text on the line behind another block: whether it is one.',
    right: 'neither',
    examples: ['|\n*\n- |', '>\n---\n\t*\n-'],
    pattern: /[\r\n][ \t>]*(?:[-+*]|\d+[.)])[ \t]*(?:[\r\n]|$)/,
  },
  {
    reason:
      'An item of a bar alone behind a paragraph: satteri thinks of a table and ends the paragraph early.',
    right: 'mdast',
    examples: ['a\nb\n- |'],
    pattern: /[\r\n][ \t>]*[-+*][-:| \t]*\|[-:| \t]*(?:[\r\n]|$)/,
  },
  {
    reason:
      'A block on the line behind a definition: satteri takes what follows for a paragraph’s next line.',
    right: 'mdast',
    examples: ['[a]: u\n---\n2. x', '    code\n[a]: u\n\n+'],
    pattern:
      /\]:[ \t]*(?:\r\n?|\n)?[ \t>]*[^\s][^\r\n]*(?:\r\n?|\n)[ \t>]*[^\s]|(?:^|[\r\n])(?: {4}|[ \t]*\t)[^\r\n]*[\r\n]+[ \t>]*\[[^\]]+\]:/,
  },
  {
    reason:
      'A block on the line behind a list or a quote: satteri makes a block of each line of indented code.',
    right: 'mdast',
    examples: ['- a\n---\n    x\n    y'],
    pattern: /(?:^|[\r\n])[ \t>]*(?:[-+*>]|\d+[.)])[ \t\r\n][\s\S]*[\r\n](?: {4}|[ \t]*\t)/,
  },
  {
    reason: 'Indentation of a line within inline HTML, or behind a hard break: satteri keeps some of it.',
    right: 'mdast',
    examples: ['- <A\n   v>', '- v<!--  \n  é', '> a\n <b>\n'],
    pattern: /<[^>]*[\r\n][ \t>]+|(?: {2}|\\)[\r\n]+[ \t]|[\r\n][ \t]+</,
  },
  {
    reason: 'A footnote in the alternative of an image: left out of `alt`, or written as it is.',
    right: 'neither',
    examples: ['![c [^a]](d)\n\n[^a]: n\n'],
    pattern: /!\[[^\]]*\[\^/,
  },
  {
    reason: 'A table in a task: satteri leaves the `[x]` out of its first cell.',
    right: 'mdast',
    examples: ['- [x] a\n  |---\n'],
    pattern: /\[[ xX]\][^\r\n]*(?:\r\n?|\n)[ \t>]*(?:\|?[ \t]*:?-|:)/,
  },
  {
    reason: 'A backslash that ends the last line of a link’s or an image’s text: no break for satteri.',
    right: 'mdast',
    examples: ['![\\\n](x.md)'],
    pattern: /\\[\r\n]\s*\]/,
  },
  {
    reason: 'A definition that could be another block too: the header of a table, or a heading.',
    right: 'neither',
    examples: ['[b]:\n:-', '[b]:||\n-|-', '- [a]:\n===\n'],
    pattern: /\]:[ \t]*[\r\n]|\]:[^\r\n]*\|/,
  },
  {
    reason: 'A tab behind a fence of the front matter: satteri takes the fence for a thematic break.',
    right: 'mdast',
    examples: ['---\na: b\n---\t\n'],
    pattern: /^(?:---|\+\+\+) *\t|[\r\n](?:---|\+\+\+) *\t/,
  },
  {
    reason: 'A character reference in a label: satteri leaves it in `label`; both match the same definition.',
    right: 'mdast',
    examples: ['[a&amp;b]: c\n\n[a&amp;b]'],
    pattern: /\[[^\]]*&[^\]]*\]/,
  },
];

/** In MDX, where a page that one of the two refuses is Markdown to it. */
export const mdxDifferences: readonly Omit<Difference, 'pattern'>[] = [
  {
    reason: 'ESM that is not JavaScript: satteri takes TypeScript and anything behind `import` or `export`.',
    right: 'mdast',
    examples: ['export type A = string;\n\n# x', "import a from 'a'\nmore words", 'import '],
  },
  {
    reason: 'ESM that ends in JSX without brackets around it: satteri ends it at a blank line.',
    right: 'mdast',
    examples: ['export const x = <div>\n\n# h\n\n</div>\n'],
  },
  {
    reason: 'A tag that opens inside of emphasis and closes outside: no error for satteri.',
    right: 'mdast',
    examples: ['*<a>*</a>'],
  },
  {
    reason: 'A definition inside of a JSX element: satteri puts it before the element.',
    right: 'mdast',
    examples: ['<A>\n\n[d]: u\n\n[d]\n\n</A>'],
  },
  {
    reason: 'A brace in a bare URL: an expression for satteri, a part of the URL for mdast.',
    right: 'neither',
    examples: ['<A/>http://a.com{'],
  },
  {
    reason: 'A comment over several lines, on the line behind an item or a quote: an error for mdast.',
    right: 'neither',
    examples: ['- a\n<!--\n-->'],
  },
  {
    reason: 'Braces behind a code span that holds a backtick: satteri may take them for code.',
    right: 'mdast',
    examples: ['`` ` ``{````````}`'],
  },
];
