import type { Finding, MarkdownDocument } from '../../src/rule.js';
import { lineStarts } from '../../src/rule.js';
import { isLeftTo } from './leave-to.js';
import { type Lint, pageLinter } from './lint-page.js';
import { type Imported, importAll, type PageCode } from './page-code.js';
import type { PageConfig } from './page-configs.js';
import type { Members } from './parse-config.js';
import { quickenTables } from './quicken-tables.js';
import { toFinding } from './to-finding.js';

/** All of the rule that is imported only when it runs. */
export interface Library {
  /** Imports the custom rules of a page. */
  readonly prepare: (page: PageConfig) => Promise<void>;
  readonly check: (
    document: MarkdownDocument,
    page: PageConfig,
    own: Members,
    rules: readonly string[],
  ) => Iterable<Finding>;
}

export async function load(): Promise<Library> {
  await quickenTables();
  const [{ lint }, { frontMatterRe }] = await Promise.all([
    import('markdownlint/sync'),
    import('markdownlint/helpers'),
  ]);
  const imported = new Map<string, Imported>();
  const keyOf = (code: PageCode): string => JSON.stringify(code);
  const lintPage = pageLinter(lint as Lint, frontMatterRe, ({ code }) => code && imported.get(keyOf(code)));
  return {
    async prepare({ code }) {
      if (code && !imported.has(keyOf(code))) imported.set(keyOf(code), await importAll(code));
    },
    *check({ path, text }, page, own, rules) {
      const found = { path, text, starts: lineStarts(text), lineEnd: lineEndOf(text) };
      for (const error of lintPage(text, page, own)) {
        const finding = toFinding(error, found);
        if (!isLeftTo(rules, finding, text)) yield finding;
      }
    },
  };
}

/** Of the three kinds, the one that most lines end with. */
function lineEndOf(text: string): string {
  const ends = text.match(/\r\n?|\n/g) ?? [];
  const count = (end: string): number => ends.filter((one) => one === end).length;
  const [best] = ['\n', '\r\n', '\r'].toSorted((a, b) => count(b) - count(a));
  return best as string;
}
