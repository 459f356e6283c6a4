import { describe, expect, it } from 'vitest';
import type { Problem, Result } from '../src/model.js';
import { at, contextOf, guide, problem, render, result } from './report-given.js';

const files = {
  [guide]: '# Guide\n\nSee — [the set-up](install.md#set-up).\n\nAnd [more](nope.md).\n',
  'docs/install.md': '# Install\n\n## Setup\n',
};
const anchor: Problem = problem(at(files[guide], 'install.md#set-up'), {
  rule: 'broken-anchors',
  code: 'missing-anchor',
  message: 'No heading or anchor `#set-up` in docs/install.md. Did you mean `#setup`?',
  fingerprint: 'a1',
  related: [{ ...at(files['docs/install.md'], '## Setup'), path: 'docs/install.md', message: '`#setup`' }],
  fix: { safe: false, description: 'Link to `#setup`', edits: [] },
});
const dash = problem(at(files[guide], '—'), {
  ...{ rule: 'no-emdash', code: 'emdash', severity: 'warning', fingerprint: 'b2' },
  message: '100% wrong: no em dash.',
});
const failures = [{ path: 'docs/bytes.md', line: 3, column: 7, message: 'is not UTF-8' }];
const given: Result = result([dash, anchor], { failures });
const context = contextOf(files);
/** In a part of a repository. */
const inside = contextOf(files, { prefix: 'a b/site' });

describe('github', () => {
  it('is one workflow command for each problem and each failure', () => {
    expect(render('github', given, inside).split('\n')).toEqual([
      '::warning file=a b/site/docs/guide.md,line=3,endLine=3,col=5,endColumn=6,title=docs-lint%3A no-emdash/emdash::100%25 wrong: no em dash.',
      '::error file=a b/site/docs/guide.md,line=3,endLine=3,col=20,endColumn=37,title=docs-lint%3A broken-anchors/missing-anchor::No heading or anchor `#set-up` in docs/install.md. Did you mean `#setup`?%0Adocs/install.md:3:1: `#setup`%0Afix: Link to `#setup` (unsafe)',
      '::error file=a b/site/docs/bytes.md,line=3,endLine=3,col=7,endColumn=7,title=docs-lint%3A not-checked::is not UTF-8',
      '',
    ]);
  });

  it('has no columns where the lines differ, and nothing to say about a clean tree', () => {
    const long = problem({ line: 2, column: 4, endLine: 5, endColumn: 1 });
    expect(render('github', result([long]), context)).toContain(',line=2,endLine=5,title=');
    expect(render('github', result([]), context)).toBe('');
  });

  it('keeps what a path or a message is made of out of the command', () => {
    const path = 'a,b:c%0A::x\n.md';
    const hostile = problem({ line: 1, column: 1, endLine: 1, endColumn: 2 }, { path, message: path });
    expect(render('github', result([hostile]), context)).toBe(
      '::error file=a%2Cb%3Ac%250A%3A%3Ax␊.md,line=1,endLine=1,col=1,endColumn=2,title=docs-lint%3A broken-links/missing-file::a,b:c%250A::x␊.md\n',
    );
  });
});
