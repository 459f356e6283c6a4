/** A part of a file that comments mark by a name. Lines count from 1. */
export interface Region {
  readonly name: string;
  /** Whose marks they are. */
  readonly by: 'region' | 'mkdocs' | 'mdbook' | 'docregion' | 'asciidoc' | 'samples';
  /** The line of the mark that begins it. */
  readonly start: number;
  /** The line of the mark that ends it; undefined where none does. */
  readonly end?: number;
}

interface Mark {
  readonly by: Region['by'];
  /** What a line must hold to begin or to end one at all. */
  readonly signs: readonly [begin: string, end: string];
  readonly begin: RegExp;
  /** Its group is the name, where the end has one. */
  readonly end: RegExp;
}

const lead = '^(?:\\/\\/|\\/\\*|#|--|;|<!--|::)?[ \\t]*';

const marks: readonly Mark[] = [
  {
    // VitePress, and every editor that folds by them.
    by: 'region',
    signs: ['region', 'region'],
    begin: new RegExp(`${lead}#?region\\b[ \\t]*([\\w*-]+)`, 'i'),
    end: new RegExp(`${lead}#?endregion\\b[ \\t]*([\\w*-]+)?`, 'i'),
  },
  {
    // pymdownx.snippets.
    by: 'mkdocs',
    signs: ['8<', '8<'],
    begin: /-{1,9}8<-{1,9}[ \t]{0,9}\[[ \t]{0,9}start[ \t]{0,9}:[ \t]{0,9}([\w-]+)[ \t]{0,9}\]/i,
    end: /-{1,9}8<-{1,9}[ \t]{0,9}\[[ \t]{0,9}end[ \t]{0,9}:[ \t]{0,9}([\w-]+)[ \t]{0,9}\]/i,
  },
  {
    by: 'mdbook',
    signs: ['ANCHOR:', 'ANCHOR_END:'],
    begin: /\bANCHOR:[ \t]*([\w-]+)/,
    end: /\bANCHOR_END:[ \t]*([\w-]+)/,
  },
  {
    // Dart's and Angular's excerpts.
    by: 'docregion',
    signs: ['docregion', 'docregion'],
    begin: /#docregion[ \t]+([\w.-]+)/,
    end: /#enddocregion(?:[ \t]+([\w.-]+))?/,
  },
  {
    by: 'asciidoc',
    signs: ['tag::', 'end::'],
    begin: /\btag::([\w.-]+)\[\]/,
    end: /\bend::([\w.-]+)\[\]/,
  },
  {
    // Samples of Google Cloud.
    by: 'samples',
    signs: ['[START ', '[END '],
    begin: /\[START ([\w-]+)\]/,
    end: /\[END ([\w-]+)\]/,
  },
];

/** The named regions that a text marks, by where they begin; of these kinds alone where some are given. Linear. */
export function regions(text: string, kinds?: ReadonlySet<string>): Region[] {
  return marks
    .filter(({ by, signs: [first] }) => kinds?.has(by) !== false && text.includes(first))
    .flatMap((mark) => marked(text, mark))
    .sort((a, b) => a.start - b.start);
}

/** Whether a line marks a region, and is no code. */
export function isRegionMark(line: string): boolean {
  const words = line.trimStart();
  return marks.some(
    ({ signs, begin, end }) =>
      signs.some((sign) => words.includes(sign)) && (begin.test(words) || end.test(words)),
  );
}

function marked(text: string, { by, signs, begin, end }: Mark): Region[] {
  const found: Draft[] = [];
  const open: Draft[] = [];
  const byName = new Map<string, Draft[]>();
  for (const { index, line } of linesWith(signs, text)) {
    const words = line.trimStart();
    const closing = end.exec(words);
    if (closing) {
      const its = closing[1] === undefined ? open : (byName.get(closing[1]) ?? []);
      while (its.at(-1)?.end !== undefined) its.pop();
      const region = its.pop();
      if (region) region.end = index + 1;
      continue;
    }
    const name = begin.exec(words)?.[1];
    if (name === undefined) continue;
    const region: Draft = { name, by, start: index + 1 };
    found.push(region);
    open.push(region);
    const same = byName.get(name);
    if (same) same.push(region);
    else byName.set(name, [region]);
  }
  return found;
}

/** The lines that hold one of the signs, which count from 0. */
function* linesWith(signs: Mark['signs'], text: string): Iterable<{ index: number; line: string }> {
  let index = 0;
  let counted = 0;
  const next = signs.map((sign) => text.indexOf(sign));
  for (;;) {
    const there = next.filter((at) => at >= 0);
    if (there.length === 0) return;
    const at = Math.min(...there);
    const start = text.lastIndexOf('\n', at - 1) + 1;
    const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
    for (
      let line = text.indexOf('\n', counted);
      line >= 0 && line < start;
      line = text.indexOf('\n', line + 1)
    )
      index++;
    counted = start;
    yield { index, line: text.slice(start, end) };
    for (const [which, sign] of signs.entries())
      if ((next[which] as number) >= 0 && (next[which] as number) < end)
        next[which] = text.indexOf(sign, end);
  }
}

interface Draft extends Region {
  end?: number;
}
