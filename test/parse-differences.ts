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

export const differences: readonly Difference[] = [
  {
    reason: 'A `[ ]` that ends its line: whether it makes its item a task depends on what the next line is.',
    right: 'mdast',
    examples: ['- [ ]\r\ntext', '- [ ]\n<b>'],
    pattern: /\[[ xX]\][ \t]*(?:[\r\n]|$)/,
  },
  {
    reason: 'HTML that cannot interrupt a paragraph, on the line behind a footnote: a block for satteri.',
    right: 'mdast',
    examples: ['[^a]: note\n<b>\n'],
    pattern: /\[\^[^\]]+\]:[^]*[\r\n][ \t>]*</,
  },
  {
    reason: 'HTML that cannot interrupt a paragraph, on the line behind a table: a row for satteri.',
    right: 'mdast',
    examples: ['a|b\n-|-\n<b>'],
    pattern: /-[ \t:|]*[\r\n](?:[^]*[\r\n])?[ \t>]*<\/?[a-z]/i,
  },
  {
    reason: 'A symbol beyond U+FFFF beside emphasis or a bare address: micromark sees half of it.',
    right: 'satteri',
    examples: ['*a***😀', '😀www.a.com'],
    pattern: /[\u{10000}-\u{10ffff}]/u,
  },
  {
    reason: 'Raw HTML whose end tag is another one: satteri waits for its own.',
    right: 'mdast',
    examples: ['<script></pre>\ntext'],
    pattern: /<(?:script|pre|style|textarea)\b[^]*<\/(?:script|pre|style|textarea)/i,
  },
  {
    reason: 'A bare address beside an escape or a character reference: its offsets are a guess in mdast.',
    right: 'satteri',
    examples: ['<foo\\+@bar.example.com>', '"www.a.com\\*'],
    pattern: /(?:www\.|:\/\/|@)[^\s]*[\\&]|[\\&][^\s]*(?:www\.|:\/\/|@)/i,
  },
  {
    reason: 'Rare bare addresses: behind a letter or a slash, without a domain, or with brackets and bars.',
    right: 'neither',
    examples: ['/a@b.c', '[éa@b.c', '[http://a.|<-', '"www.&lt;b'],
    pattern: /[^\s][\w.+-]+@|www\.(?![\w-]+\.)|(?:www\.|:\/\/)[^\s]*[|<[\]{}]/i,
  },
  {
    reason: 'A line break between a text and a bare address: mdast counts the indentation to the text.',
    right: 'satteri',
    examples: ['[\n http://a.com'],
    pattern: /[\r\n][ \t>]*(?:www\.|https?:\/\/|[\w.+-]+@)/i,
  },
  {
    reason: 'A block on the line behind a definition: satteri takes what follows for a paragraph’s next line.',
    right: 'mdast',
    examples: ['[a]: u\n---\n2. x', '    code\n[a]: u\n\n+'],
    pattern: /\]:[ \t]*(?:\r\n?|\n)?[ \t]*[^\s]/,
  },
  {
    reason: 'A block on the line behind a list: satteri makes a block of each line of indented code.',
    right: 'mdast',
    examples: ['- a\n---\n    x\n    y'],
    pattern: /(?:^|[\r\n])[ \t>]*(?:[-+*]|\d+[.)])[ \t\r\n][^]*[\r\n](?: {4}|[ \t]*\t)/,
  },
  {
    reason: 'Indentation of a line within inline HTML, or behind a hard break: satteri keeps some of it.',
    right: 'mdast',
    examples: ['- <A\n   v>', '- v<!--  \n  é', '> a\n <b>\n'],
    pattern: /<[^>]*[\r\n][ \t>]+|(?: {2}|\\)[\r\n]+[ \t]|[\r\n][ \t]+</,
  },
  {
    reason: 'A character reference in a label: satteri leaves it in `label`; both match the same definition.',
    right: 'mdast',
    examples: ['[a&amp;b]: c\n\n[a&amp;b]'],
    pattern: /\[[^\]]*&[^\]]*\]/,
  },
];
