import { random } from './random.mjs';

const words =
  'service client token request region cluster deploy limit policy agent build template user group network storage queue event schema index cache version release driver module address certificate metric trace session'.split(
    ' ',
  );
const pagesPerDirectory = 100;
const sections = 6;

/** Where the page of a number is, below the docs root. */
export function pagePath(number) {
  return `part-${Math.floor(number / pagesPerDirectory)}/page-${number}.md`;
}

/**
 * A page of some 4 KB as manuals have them: headings, prose with links to headings of other pages, lists, a table and
 * code. One page in a hundred has a link that leads nowhere. The same for the same number, count and seed.
 */
export function makePage(number, count, seed) {
  const next = random(seed * 1_000_003 + number);
  const below = (limit) => Math.floor(next() * limit);
  const word = () => words[below(words.length)];
  const prose = (length) => Array.from({ length }, word).join(' ');
  const link = () => {
    const to = below(count);
    return `[${prose(2)}](../${pagePath(to)}#section-${below(sections)}-of-${to})`;
  };
  const sentence = () =>
    `The ${prose(6)} \`${word()}_${word()}\` and **${word()}** ${prose(8)}, see ${link()}.`;
  const section = (index) =>
    [
      `## Section ${index} of ${number}`,
      Array.from({ length: 3 }, sentence).join('\n'),
      Array.from({ length: 3 }, () => `- ${prose(7)}`).join('\n'),
      index % 3 === 0
        ? `| name | meaning |\n| ---- | ------- |\n| ${word()} | ${prose(5)} |\n| ${word()} | ${prose(5)} |`
        : `\`\`\`sh\n${word()} --${word()}=${below(1000)} ./${word()}\n\`\`\``,
    ].join('\n\n');
  const lost = number % 100 === 99 ? `\n[${prose(2)}](gone-${number}.md)\n` : '';
  const body = Array.from({ length: sections }, (_, index) => section(index)).join('\n\n');
  return `# Page ${number}\n\n${sentence()}\n\n${body}\n${lost}`;
}
