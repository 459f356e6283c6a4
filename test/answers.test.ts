import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../src/model.js';
import { lint } from '../src/session/lint.js';
import { makeRepository, type Repository } from './harness/make-repository.js';

async function problemsOf({ directory }: Repository, ...paths: string[]): Promise<readonly Problem[]> {
  const { problems } = await lint({ cwd: directory, paths, only: ['broken-links', 'broken-anchors'] });
  return problems;
}

/** `path: message` of each problem, and the page's text after the fix, with `!` before it when the fix is unsafe. */
async function answersOf(repository: Repository, ...paths: string[]): Promise<string[]> {
  return (await problemsOf(repository, ...paths)).map((problem) => {
    const fixed = problem.fix ? ` → ${problem.fix.safe ? '' : '!'}${fixedLine(repository, problem)}` : '';
    return `${problem.path}: ${problem.message}${fixed}`;
  });
}

function fixedLine(repository: Repository, { path, line, fix }: Problem): string {
  let text = repository.read(path);
  for (const edit of [...(fix?.edits ?? [])].reverse()) {
    expect(edit.path).toBe(path);
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  }
  return text.split('\n')[line - 1] as string;
}

const body = 'One line.\n\nAnother line.\n\nA third line, to be told by.\n';

describe('a heading that was renamed', () => {
  const pages = {
    'docs/a.md': '# A\n\nSee [how](install.md#set-up).\n',
    'docs/b.md': '# B\n\n[1](./install.md#set-up "a title") and [2](<install.md#set-up>)\n',
    'docs/install.md': `# Install\n\n## Set up\n\n${body}\n[above](#set-up)\n`,
  };
  const renamed = pages['docs/install.md'].replace('## Set up', '## Prepare the machine');
  const answers = [
    'docs/a.md: No heading or anchor `#set-up` in docs/install.md. It was renamed to `#prepare-the-machine`. → See [how](install.md#prepare-the-machine).',
    'docs/b.md: No heading or anchor `#set-up` in docs/install.md. It was renamed to `#prepare-the-machine`. → [1](./install.md#prepare-the-machine "a title") and [2](<install.md#set-up>)',
    'docs/b.md: No heading or anchor `#set-up` in docs/install.md. It was renamed to `#prepare-the-machine`. → [1](./install.md#set-up "a title") and [2](<install.md#prepare-the-machine>)',
    'docs/install.md: No heading or anchor `#set-up` on this page. It was renamed to `#prepare-the-machine`. → [above](#prepare-the-machine)',
  ];

  it('is found before it is committed, also when the renamed page alone is named', async () => {
    const repository = makeRepository(pages);
    expect(await answersOf(repository)).toEqual([]);
    repository.write({ 'docs/install.md': renamed });
    expect(await answersOf(repository)).toEqual(answers);
    expect(await answersOf(repository, join(repository.directory, 'docs/install.md'))).toEqual(answers);
  });

  it('is found in the history', async () => {
    const repository = makeRepository(pages);
    repository.commit({ 'docs/install.md': renamed });
    repository.commit({ 'docs/a.md': `${pages['docs/a.md']}\nMore.\n` });
    expect(await answersOf(repository)).toEqual(answers);
  });

  it('is followed through further names', async () => {
    const repository = makeRepository(pages);
    repository.commit({ 'docs/install.md': pages['docs/install.md'].replace('## Set up', '## Make ready') });
    repository.commit({ 'docs/install.md': pages['docs/install.md'].replace('## Set up', '## Be ready') });
    repository.write({ 'docs/install.md': renamed });
    expect(await answersOf(repository)).toEqual(answers);
  });

  it('is followed through a move of its page', async () => {
    const repository = makeRepository(pages);
    repository.commit({ 'docs/install.md': renamed });
    repository.git('mv', 'docs/install.md', 'docs/start.md');
    repository.commit({ 'docs/b.md': undefined, 'docs/a.md': '[how](start.md#set-up)\n' });
    const [first] = await answersOf(repository);
    expect(first).toBe(
      'docs/a.md: No heading or anchor `#set-up` in docs/start.md. It was renamed to `#prepare-the-machine`. → [how](start.md#prepare-the-machine)',
    );
  });

  it('is found when it is marked by a line below it', async () => {
    const repository = makeRepository({
      'docs/a.md': `[below](#set-up)\n\nSet up\n------\n\n${body}`,
    });
    repository.write({ 'docs/a.md': `[below](#set-up)\n\nMake ready\n----------\n\n${body}` });
    const [answer] = await answersOf(repository);
    expect(answer).toContain('`#make-ready`');
  });

  it('is not sure where the whole section was written anew', async () => {
    const repository = makeRepository(pages);
    repository.commit({
      'docs/install.md': '# Install\n\n## Uninstall\n\nOther words.\n',
      'docs/b.md': undefined,
    });
    expect(await answersOf(repository)).toEqual([
      'docs/a.md: No heading or anchor `#set-up` in docs/install.md. In its place there is now `#uninstall`. → !See [how](install.md#uninstall).',
    ]);
  });

  it('says nothing of a heading that was taken away', async () => {
    const repository = makeRepository(pages);
    repository.commit({ 'docs/install.md': '# Install\n', 'docs/b.md': undefined });
    expect(await answersOf(repository)).toEqual([
      'docs/a.md: No heading or anchor `#set-up` in docs/install.md. Link to a heading that it has.',
    ]);
  });

  it('is read as the generator of the site makes ids', async () => {
    const repository = makeRepository({
      'mkdocs.yml': 'site_name: Site\n',
      'docs/a.md': '[how](b.md#cafe-menu)\n',
      'docs/b.md': `# B\n\n## Café: Menu\n\n${body}`,
    });
    expect(await answersOf(repository)).toEqual([]);
    repository.write({ 'docs/b.md': `# B\n\n## Menu of the Café\n\n${body}` });
    expect(await answersOf(repository)).toEqual([
      'docs/a.md: No heading or anchor `#cafe-menu` in docs/b.md. It was renamed to `#menu-of-the-cafe`. → [how](b.md#menu-of-the-cafe)',
    ]);
  });

  it('is found whatever the configuration of git says', async () => {
    const repository = makeRepository(pages);
    const settings = {
      'color.ui': 'always',
      'core.quotePath': 'true',
      'diff.external': 'false',
      'diff.interHunkContext': '9',
      'diff.mnemonicPrefix': 'true',
      'diff.noprefix': 'true',
      'diff.relative': 'true',
      'diff.renames': 'false',
      'format.pretty': 'fuller',
      'log.follow': 'true',
      'log.showSignature': 'true',
    };
    for (const [key, value] of Object.entries(settings)) repository.git('config', key, value);
    repository.commit({ 'docs/install.md': renamed });
    expect(await answersOf(repository)).toEqual(answers);
    repository.git('mv', 'docs/install.md', 'docs/é start.md');
    repository.commit({
      'docs/b.md': undefined,
      'docs/a.md': '[how](<é start.md#set-up>) [2](install.md)\n',
    });
    expect((await answersOf(repository)).slice(0, 2)).toEqual([
      'docs/a.md: No heading or anchor `#set-up` in docs/é start.md. It was renamed to `#prepare-the-machine`. → [how](<é start.md#prepare-the-machine>) [2](install.md)',
      'docs/a.md: No file `docs/install.md`. It was renamed to `é%20start.md`. → [how](<é start.md#set-up>) [2](é%20start.md)',
    ]);
  });

  it('is found among lines that look like those of a patch', async () => {
    const lines = [
      '-- a/docs/b.md',
      '++ b/docs/b.md',
      '@@ -1 +1 @@',
      'diff --git a/x b/x',
      'rename to x',
      '\u0001a b',
    ];
    const page = (heading: string, end: string): string =>
      `${lines.map((line) => `${line}${end}\n`).join('')}\n## ${heading}\n\n${lines.join(`${end}\n`)}\n`;
    const repository = makeRepository({
      'docs/a.md': '[how](we"ird.md#set-up) [2](b.md#set-up)\n',
      'docs/b.md': page('Set up', ''),
      'docs/we"ird.md': page('Set up', ''),
    });
    repository.commit({ 'docs/b.md': page('Make ready', '.'), 'docs/we"ird.md': page('Make ready', '.') });
    repository.commit({ 'docs/b.md': page('Be ready', ''), 'docs/we"ird.md': page('Be ready', '') });
    const [odd, plain] = await problemsOf(repository);
    expect(odd?.message).toMatch(/Link to a heading that it has\.$/);
    expect(plain?.message).toContain('`#be-ready`');
  });

  it('is not looked for beyond a shallow clone', async () => {
    const repository = makeRepository(pages);
    repository.commit({ 'docs/install.md': renamed, 'docs/b.md': undefined });
    repository.git('clone', '--quiet', '--depth', '1', `file://${repository.directory}`, 'shallow');
    const shallow = { ...repository, directory: join(repository.directory, 'shallow') };
    const [problem] = await problemsOf(shallow);
    expect(problem?.message).toBe(
      'No heading or anchor `#set-up` in docs/install.md. Link to a heading that it has.',
    );
  });
});

describe('a file that was renamed', () => {
  const pages = {
    'docs/a.md': '# A\n\n[b](guide/b.md#part?x) ![logo](/img/logo.svg)\n',
    'docs/guide/b.md': `# B\n\n## Part?x\n\n${body}`,
    'img/logo.svg': `<svg>\n${body}</svg>\n`,
  };
  const [toB, toLogo] = [
    'docs/a.md: No file `docs/guide/b.md`. It was renamed to `how/setup%20b.md#part?x`. → [b](how/setup%20b.md#part?x) ![logo](/img/logo.svg)',
    'docs/a.md: No file `img/logo.svg`. It was renamed to `/assets/mark.svg`. → [b](guide/b.md#part?x) ![logo](/assets/mark.svg)',
  ];

  it('is found in the history and through further names', async () => {
    const repository = makeRepository(pages);
    repository.write({ 'assets/x': '', 'docs/how/x': '' });
    repository.git('mv', 'docs/guide/b.md', 'docs/how/other.md');
    repository.git('mv', 'img/logo.svg', 'assets/mark.svg');
    repository.commit();
    repository.git('mv', 'docs/how/other.md', 'docs/how/setup b.md');
    repository.commit();
    expect((await answersOf(repository)).map((line) => line.replace('Part?x', ''))).toEqual([toB, toLogo]);
  });

  it('is found before it is committed, staged or not', async () => {
    const repository = makeRepository(pages);
    repository.write({ 'assets/x': '', 'docs/how/x': '' });
    repository.git('mv', 'docs/guide/b.md', 'docs/how/setup b.md');
    const at = (path: string): string => join(repository.directory, path);
    renameSync(at('img/logo.svg'), at('assets/mark.svg'));
    repository.write({ 'assets/mark.svg': `<svg>\n${body}more</svg>\n` });
    expect(await answersOf(repository)).toEqual([toB, toLogo]);
  });

  it('is found when its directory was renamed', async () => {
    const repository = makeRepository({
      'docs/a.md': '[directory](guide/) [page](guide/b.md)\n',
      'docs/guide/b.md': `# B\n\n${body}`,
      'docs/guide/c.md': `# C\n\n${body}More.\n`,
    });
    repository.git('mv', 'docs/guide', 'docs/manual');
    repository.commit();
    expect(await answersOf(repository)).toEqual([
      'docs/a.md: No file `docs/guide`. It was renamed to `manual/`. → [directory](manual/) [page](guide/b.md)',
      'docs/a.md: No file `docs/guide/b.md`. It was renamed to `manual/b.md`. → [directory](guide/) [page](manual/b.md)',
    ]);
  });

  it('is said to be deleted when it was', async () => {
    const repository = makeRepository({
      'docs/a.md': '[b](b-page.md) [c](sea.md)\n',
      'docs/b-page.md': `# B\n\n${body}`,
      'docs/sea.md': 'Completely different.\n',
    });
    repository.commit({ 'docs/b-page.md': undefined });
    const hash = repository.git('rev-parse', '--short', 'HEAD').trim();
    expect(await answersOf(repository)).toEqual([
      `docs/a.md: No file \`docs/b-page.md\`. It was deleted in ${hash} (2026-02-03). Link to another page, or remove the link.`,
    ]);
  });

  it('is looked for below the workspace alone', async () => {
    const repository = makeRepository({
      'site/docs-lint.config.json': '{}\n',
      'site/docs/a.md': '[b](b.md) [c](c.md)\n',
      'site/docs/b.md': `# B\n\n${body}`,
      'site/docs/c.md': `# C\n\n${body}Other lines.\n\nAnd more of them.\n\nStill more.\n`,
      'other/x': '',
    });
    repository.git('mv', 'site/docs/b.md', 'site/docs/two.md');
    repository.git('mv', 'site/docs/c.md', 'other/c.md');
    repository.commit();
    const answers = await answersOf({
      ...repository,
      directory: join(repository.directory, 'site'),
      read: (path) => repository.read(`site/${path}`),
    });
    expect(answers[0]).toContain('No file `docs/b.md`. It was renamed to `two.md`.');
    expect(answers[1]).toMatch(
      /No file `docs\/c\.md`\. It was deleted in \w+ \(2026-02-03\)\. Link to another/,
    );
  });
});

describe('a file that git ignores', () => {
  it('is a problem on a forge, since nobody else has it', async () => {
    const repository = makeRepository({
      '.gitignore': 'gen*\n/out/\n/half/\n',
      'docs/a.md':
        '[1](gen.txt) [2](../out/) [3](../out/x.md) [4](kept.txt) [5](gen-tracked.txt) [6](../half)\n',
      'docs/kept.txt': '',
    });
    repository.write({ 'docs/gen.txt': '', 'docs/gen-tracked.txt': '', 'out/x.md': '' });
    repository.write({ 'half/tracked.txt': '', 'half/other.txt': '' });
    repository.git('add', '--force', 'docs/gen-tracked.txt', 'half/tracked.txt');
    const why = 'so it is not there for anyone else. Add it to git, or remove the link.';
    expect(await answersOf(repository)).toEqual([
      `docs/a.md: \`docs/gen.txt\` exists here, but git ignores it, ${why}`,
      `docs/a.md: \`out\` exists here, but git ignores it, ${why}`,
      `docs/a.md: \`out/x.md\` exists here, but git ignores it, ${why}`,
    ]);
  });

  it('is left to a site that may be built with it', async () => {
    const repository = makeRepository({
      'mkdocs.yml': 'site_name: Site\n',
      '.gitignore': 'gen*\n',
      'docs/a.md': '[1](gen.txt)\n',
    });
    repository.write({ 'docs/gen.txt': '' });
    expect(await answersOf(repository)).toEqual([]);
  });
});

describe('without git', () => {
  it('has the answers that need none', async () => {
    const repository = makeRepository({
      'docs/a.md': '[1](B.md) [2](b.md#One) [3](c.md) [4](b.md#tow)\n',
      'docs/b.md': '# One\n\n# Two\n',
      'docs/deep/c.md': '# C\n',
    });
    repository.git('config', 'core.bare', 'true');
    expect(await answersOf(repository)).toEqual([
      'docs/a.md: `docs/B.md` is spelt `docs/b.md` on disk: letter case counts. Link to that. → [1](b.md) [2](b.md#One) [3](c.md) [4](b.md#tow)',
      'docs/a.md: The anchor `#One` is `#one` in docs/b.md: letter case counts. → [1](B.md) [2](b.md#one) [3](c.md) [4](b.md#tow)',
      'docs/a.md: No file `docs/c.md`. Did you mean `deep/c.md`? → ![1](B.md) [2](b.md#One) [3](deep/c.md) [4](b.md#tow)',
      'docs/a.md: No heading or anchor `#tow` in docs/b.md. Did you mean `#two`? → ![1](B.md) [2](b.md#One) [3](c.md) [4](b.md#two)',
    ]);
  });
});
