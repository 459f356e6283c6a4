import { defineRule } from '../../src/rule.js';
import { answer } from './answer.js';
import { type BrokenLink, brokenLinks, unreadTargets } from './fragment-links.js';
import { idsByCase } from './ids-by-case.js';
import { pagesById } from './pages-by-id.js';
import { putIn } from './put-in.js';

export default defineRule({
  scope: 'project',
  isByPage: true,
  summary: 'A link with a fragment leads to a heading or an anchor that exists.',
  severity: 'error',
  fixable: true,
  codes: {
    'missing-anchor': 'Link to a heading or an anchor that the page has, or declare the anchor there.',
    'case-mismatch': 'Spell the fragment as the anchor is spelt: letter case counts.',
  },
  *sources(project) {
    yield* unreadTargets(project);
    yield* putIn(project);
  },
  *check(project) {
    const broken = [...brokenLinks(project)];
    const sameButCase = idsByCase();
    const isLost = ({ fragment, ids }: BrokenLink): boolean => sameButCase(fragment, ids).length === 0;
    const lost = broken.filter(isLost);
    const renamed = new Map(
      lost.length === 0 ? [] : project.renamedHeadings(lost).map((now, index) => [lost[index], now]),
    );
    const elsewhere = pagesById(project);
    for (const one of broken)
      yield answer(project, one, { renamed: renamed.get(one), elsewhere, sameButCase });
  },
});
