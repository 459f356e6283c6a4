import { expect, it } from 'vitest';
import type { Link, LinkKind } from '../../src/model.js';
import type { Tree } from './read-tree.js';

/** A link of a page, and where it leads in one line. */
export type LinkCase = readonly [from: string, url: string, leads: string, kind?: LinkKind];

/** One test a case; an include is written as the page's own generator writes it. */
export function checkLinks(tree: Tree, cases: readonly LinkCase[]): void {
  for (const [from, url, leads, kind = 'link'] of cases) {
    it(`${from} → ${url} is ${leads}`, () => {
      const by = tree.project.views(from)[0]?.generator as Link['by'];
      expect(tree.leads(from, url, kind === 'include' && by ? { kind, by } : { kind })).toBe(leads);
    });
  }
}

/** Text of a page with front matter. */
export function withMatter(...lines: string[]): string {
  return `---\n${lines.join('\n')}\n---\n\n# Page\n`;
}
