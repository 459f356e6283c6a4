/** Pages that are big, and how many problems each has. */
export const largePages: readonly [what: string, text: string, problems: number][] = [
  ['20 MB of prose', `# A\n\n${'Some words of `code` and a [link](other.md#other).\n\n'.repeat(400_000)}`, 0],
  ['one line of 5 MB', `# A\n\n${'word '.repeat(1_000_000)}[gone](none.md)\n`, 1],
  ['100,000 links', `# A\n\n${'- [link](other.md#other)\n'.repeat(100_000)}`, 0],
  ['20,000 broken links', lines(20_000, (at) => `- [gone](none-${at}.md)`), 20_000],
  [
    '10,000 broken links on one line',
    `# A\n\n${lines(10_000, (at) => `[x](y${at}.md)`).replaceAll('\n', ' ')}`,
    10_000,
  ],
  ['30,000 dashes', lines(30_000, () => 'One — two.'), 30_000],
  ['30,000 HTML links with entities', lines(30_000, () => '<a href="https://a.b/?c&amp;d">x</a>\n'), 0],
  ['5,000 suppressions', lines(5_000, () => '<!-- docs-lint-disable-next-line -->\n[gone](none.md)\n'), 0],
  ['150,000 undefined references in one paragraph', `# A\n\n${'[text][label] '.repeat(150_000)}`, 150_000],
  [
    '5,000 headings and 500 near misses',
    lines(5_000, (at) => `## Heading ${at}\n`) + lines(500, (at) => `[x](#headin-${at})\n`),
    500,
  ],
];

/** Files that nest something 10,000 levels deep. */
export const deepFiles: readonly [what: string, name: string, text: string][] = [
  ['quotes', 'a.md', `${'>'.repeat(10_000)} x\n`],
  ['lists', 'a.md', `${'- '.repeat(10_000)}x\n`],
  ['emphasis', 'a.md', `${'*a **b '.repeat(10_000)}x${' b** a*'.repeat(10_000)}\n`],
  ['brackets', 'a.md', `${'['.repeat(10_000)}x${']'.repeat(10_000)}\n`],
  ['images', 'a.md', `${'!['.repeat(10_000)}x${'](other.md)'.repeat(10_000)}\n`],
  ['HTML', 'a.md', `${'<div>'.repeat(10_000)}x${'</div>'.repeat(10_000)}\n`],
  ['JSX', 'a.mdx', `${'<div>'.repeat(10_000)}x${'</div>'.repeat(10_000)}\n`],
  ['expressions', 'a.mdx', `{${'['.repeat(10_000)}${']'.repeat(10_000)}}\n`],
  ['front matter', 'a.md', `---\na: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n---\n`],
  ['JSON', 'manifest.json', `${'['.repeat(10_000)}${']'.repeat(10_000)}\n`],
];

/** Pages on which a careless pattern or loop would take for ever. */
export const slowPages: readonly [what: string, text: string][] = [
  ['words in front matter', `---\ntags: [${'a'.repeat(5_000)}'\n---\n`],
  ['lists in front matter', `---\ntags: [${', '.repeat(5_000)}'\n---\n`],
  ['comments in front matter', `---\n${'#'.repeat(60)}\n!\n---\n`],
  ['spaces in front matter', `---\na: b${' '.repeat(20_000)}"\n---\n`],
  ['runs of backticks', lines(500, (at) => '`'.repeat(at))],
  ['open comments', '<!-- '.repeat(20_000)],
  ['open tags', '<a href="'.repeat(20_000)],
  ['open links', '[a]('.repeat(20_000)],
  ['open references', '[a]['.repeat(20_000)],
  ['tables', `|${'a|'.repeat(5_000)}\n|${'-|'.repeat(5_000)}\n${'|b'.repeat(5_000)}\n`],
  ['footnotes', lines(5_000, (at) => `[^${at}]: x [^${at + 1}]\n`)],
  ['definitions', lines(5_000, (at) => `[d${at}]: other.md`)],
  ['spaces', `# A${' '.repeat(50_000)}#\n\n[a](other.md${' '.repeat(50_000)})\n`],
  ['suppression comments', `<!-- docs-lint-disable-line ${'a '.repeat(20_000)}-->\n`],
  ['list declarations', `<!-- docs-lint-values ${'except "a" '.repeat(5_000)}-->\n`],
];

/** A heading, and that many lines. */
export function lines(count: number, line: (at: number) => string): string {
  return `# A\n\n${Array.from({ length: count }, (_, at) => `${line(at)}\n`).join('')}`;
}
