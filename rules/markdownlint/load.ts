import type { Finding, MarkdownDocument, Workspace } from '../../src/rule.js';
import { lineStarts } from '../../src/rule.js';
import { type Lint, pageLinter } from './lint-page.js';
import { type PageConfig, pageConfigs } from './page-configs.js';
import type { Members } from './parse-config.js';
import { toFinding } from './to-finding.js';

/** All of the rule that is imported only when it runs. */
export interface Library {
  readonly pageConfigs: (workspace: Workspace) => (page: string) => PageConfig | undefined;
  readonly check: (document: MarkdownDocument, page: PageConfig, own: Members) => Iterable<Finding>;
}

export async function load(): Promise<Library> {
  const [{ lint }, { frontMatterRe }] = await Promise.all([
    import('markdownlint/sync'),
    import('markdownlint/helpers'),
  ]);
  const lintPage = pageLinter(lint as Lint, frontMatterRe);
  return {
    pageConfigs,
    *check({ path, text }, page, own) {
      const found = { path, text, starts: lineStarts(text), lineEnd: lineEndOf(text) };
      for (const error of lintPage(text, page, own)) yield toFinding(error, found);
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
