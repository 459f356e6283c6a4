import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeRepository } from './harness/make-repository.js';
import { makeTree } from './harness/make-tree.js';
import { cleanEnvironment, type Outcome, runCli } from './harness/run-cli.js';

const files = {
  'README.md': '[docs](docs/guide.md)\n',
  'docs/guide.md': '# Guide\n\n[a](install.md#set-up) and ![i](images/a.png)\n',
  'docs/install.md': '# Install\n\n## Set up\n\n[g](guide.md)\n\n## Set up\n\n[second](#set-up-1)\n',
  'docs/images/a.png': 'png',
};

const read = (directory: string, path: string): string => readFileSync(join(directory, path), 'utf8');

async function run(
  tree: Readonly<Record<string, string | Uint8Array>>,
  ...words: readonly string[]
): Promise<Outcome & { directory: string }> {
  const directory = makeTree(tree);
  return { directory, ...(await runCli(words, { cwd: directory })) };
}

/** Everything that stands below, with its text. */
function everything(directory: string): Record<string, string> {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('.git') && !lstatSync(join(directory, name)).isDirectory())
    .sort();
  return Object.fromEntries(names.map((name) => [name, read(directory, name)]));
}

describe('docs-lint mv', () => {
  it('moves a page, rewrites links to it and in it, and says so', async () => {
    const { directory, status, stdout, stderr } = await run(
      files,
      'mv',
      'docs/guide.md',
      'docs/start/guide.md',
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(
      [
        'docs/guide.md → docs/start/guide.md',
        '  README.md            1 link',
        '  docs/start/guide.md  2 links',
        '  docs/install.md      1 link',
        '✔ Moved 1 file; rewrote 4 links in 3 files',
        '',
      ].join('\n'),
    );
    expect(everything(directory)).toEqual({
      'README.md': '[docs](docs/start/guide.md)\n',
      'docs/start/guide.md': '# Guide\n\n[a](../install.md#set-up) and ![i](../images/a.png)\n',
      'docs/install.md': files['docs/install.md'].replace('(guide.md)', '(start/guide.md)'),
      'docs/images/a.png': 'png',
    });
    expect((await runCli([], { cwd: directory })).status).toBe(0);
  });

  it('moves an image, and a folder with all that is in it', async () => {
    const image = await run(files, 'mv', 'docs/images/a.png', 'docs/b c.png');
    expect(image.stdout).toMatch(/Moved 1 file; rewrote 1 link in 1 file\n$/);
    expect(read(image.directory, 'docs/guide.md')).toContain('![i](b%20c.png)');
    expect(existsSync(join(image.directory, 'docs/images'))).toBe(false);
    const folder = await run(
      { ...files, 'docs/images/deep/b.png': 'b', 'docs/images/.hidden': 'h' },
      'mv',
      'docs/images',
      'docs/assets',
    );
    expect(folder.stdout).toMatch(/Moved 3 files; rewrote 1 link in 1 file\n$/);
    expect(read(folder.directory, 'docs/assets/.hidden')).toBe('h');
  });

  it('moves into a folder that is there, as mv does', async () => {
    const { directory, status } = await run(files, 'mv', 'docs/guide.md', 'docs/images');
    expect(status).toBe(0);
    expect(read(directory, 'docs/images/guide.md')).toContain('![i](a.png)');
    const made = await run(files, 'mv', 'docs/guide.md', 'docs/new/');
    expect(existsSync(join(made.directory, 'docs/new/guide.md'))).toBe(true);
  });

  it('keeps what no link is about: byte order marks, line ends, modes', async () => {
    const directory = makeTree({
      'docs/a.md': '\uFEFF# A\r\n\r\n[b](b.md)\r\n',
      'docs/b.md': '\uFEFF# B\r\n\r\n[a](a.md "t")  \r\n',
    });
    chmodSync(join(directory, 'docs/b.md'), 0o755);
    await runCli(['mv', 'docs/b.md', 'docs/x/b.md'], { cwd: directory });
    expect(everything(directory)).toEqual({
      'docs/a.md': '\uFEFF# A\r\n\r\n[b](x/b.md)\r\n',
      'docs/x/b.md': '\uFEFF# B\r\n\r\n[a](../a.md "t")  \r\n',
    });
    expect(lstatSync(join(directory, 'docs/x/b.md')).mode & 0o777).toBe(0o755);
  });

  it('changes the letter case of a name', async () => {
    const { directory, status } = await run(files, 'mv', 'docs/guide.md', 'docs/Guide.md');
    expect(status).toBe(0);
    expect(read(directory, 'docs/install.md')).toContain('[g](Guide.md)');
    expect(readdirSync(join(directory, 'docs')).sort()).toEqual(['Guide.md', 'images', 'install.md']);
  });

  it('takes names from where it is started', async () => {
    const directory = makeTree({ ...files, 'docs-lint.config.json': '{}' });
    const { status } = await runCli(['mv', 'guide.md', '../docs/x.md'], { cwd: join(directory, 'docs') });
    expect(status).toBe(0);
    expect(read(directory, 'README.md')).toBe('[docs](docs/x.md)\n');
  });

  it.each([
    [['docs/none.md', 'docs/x.md'], 'docs/none.md: is not there, so it cannot be moved.'],
    [
      ['docs/guide.md', 'docs/install.md'],
      'docs/install.md: is there already. Choose another name, or remove it first.',
    ],
    [['docs/guide.md', '../x.md'], /outside of the workspace/],
    [['../x.md', 'docs/x.md'], /outside of the workspace/],
    [['docs/guide.md', ''], 'An empty word names no place. Write what to move, and where to.'],
    [['.git', 'docs/x'], '.git: is where git keeps what is its own.'],
    [['docs/guide.md', '.git/x.md'], '.git/x.md: is where git keeps what is its own.'],
    [['docs/images', 'docs/images/deep'], 'docs/images: cannot be moved into itself, to docs/images/deep.'],
    [['docs', 'documentation'], 'docs: holds the docs root docs. Move what is in it.'],
    [['.', 'x'], 'The workspace itself cannot be moved.'],
    [
      ['docs/guide.md', 'docs/install.md/x.md'],
      'docs/install.md: is a file, so that nothing can be moved into it.',
    ],
  ])('refuses %j', async ([from, to], message) => {
    const { directory, status, stderr } = await run(files, 'mv', from as string, to as string);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(everything(directory)).toEqual(everything(makeTree(files)));
  });

  it('refuses symbolic links that nothing would rewrite', async () => {
    const directory = makeTree(files);
    symlinkSync('guide.md', join(directory, 'docs/link.md'));
    execFileSync('git', ['init', '-q'], { cwd: directory, env: cleanEnvironment() });
    const itself = await runCli(['mv', 'docs/link.md', 'docs/x.md'], { cwd: directory });
    expect(itself.stderr).toMatch(/docs\/link\.md: is a symbolic link/);
    const target = await runCli(['mv', 'docs/guide.md', 'docs/x.md'], { cwd: directory });
    expect(target.stderr).toMatch(
      /docs\/link\.md: is a symbolic link to docs\/guide\.md, and would lead to nothing/,
    );
    expect([itself.status, target.status]).toEqual([2, 2]);
  });

  it('refuses a folder with another repository, whose place git keeps', async () => {
    const { directory } = makeRepository({ ...files, 'docs/sub/.git': 'gitdir: ../../.git/modules/sub\n' });
    const { status, stderr } = await runCli(['mv', 'docs/sub', 'docs/x'], { cwd: directory });
    expect([status, stderr]).toEqual([2, expect.stringContaining('docs/sub: is a submodule or a work tree')]);
  });

  it('puts a bare value of raw HTML in quotes where it gets a slash', async () => {
    const bare =
      '# Bare\n\nAn <img src=images.png alt=x> and <a href=guide.md>g</a>, <img src = "images.png">\n';
    const { directory, status } = await run(
      { ...files, 'docs/bare.md': bare, 'docs/images.png': 'png' },
      'mv',
      'docs/images.png',
      'docs/images/b.png',
    );
    expect(status).toBe(0);
    expect(read(directory, 'docs/bare.md')).toBe(
      bare.replace('src=images.png', 'src="images/b.png"').replace('"images.png"', '"images/b.png"'),
    );
  });

  it('refuses a place that git ignores', async () => {
    const { directory } = makeRepository({ ...files, '.gitignore': 'private/\n' });
    const { status, stderr } = await runCli(['mv', 'docs/guide.md', 'docs/private/guide.md'], {
      cwd: directory,
    });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'error: docs/private/guide.md: is ignored by git. Choose a place that git holds.\n',
    });
  });

  it('writes nothing where something would break, unless it is forced', async () => {
    const tree = {
      'docs/manifest.json':
        '{ "versions": ["main"], "routes": [{ "title": "A", "description": "a", "path": "./a.md" }] }\n',
      'docs/a.md': '# A\n',
    };
    const refused = await run(tree, 'mv', 'docs/a.md', 'other/a.md');
    expect(refused.status).toBe(1);
    expect(refused.stdout).toBe('');
    expect(refused.stderr).toMatch(
      /^docs\/manifest\.json:1:\d+ {2}manifest\/missing-page: .*\n✖ Nothing was written: 1 place would be wrong\. Change them first, or use --force\.\n$/,
    );
    expect(everything(refused.directory)).toEqual(tree);
    const forced = await run(tree, 'mv', 'docs/a.md', 'other/a.md', '--force');
    expect(forced.status).toBe(1);
    expect(forced.stdout).toMatch(/Moved 1 file/);
    expect(forced.stderr).toMatch(/✖ 1 place left to change by hand\.\n$/);
    expect(existsSync(join(forced.directory, 'other/a.md'))).toBe(true);
  });

  it('prints a diff that git applies, and writes nothing', async () => {
    const repository = makeRepository(files);
    const { directory } = repository;
    const { status, stdout } = await runCli(['mv', 'docs', 'docs/sub', '--diff'], { cwd: directory });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    const diff = await runCli(['mv', 'docs/images', 'docs/ü "x"', '--diff'], { cwd: directory });
    expect(diff.status).toBe(0);
    expect(diff.stdout).toContain(
      'rename from docs/images/a.png\nrename to "docs/\\303\\274 \\"x\\"/a.png"\n',
    );
    expect(repository.git('status', '--short')).toBe('');
    writeFileSync(join(directory, 'a.patch'), diff.stdout);
    repository.git('apply', 'a.patch');
    expect(existsSync(join(directory, 'docs/ü "x"/a.png'))).toBe(true);
    expect(read(directory, 'docs/guide.md')).toContain('(%C3%BC%20%22x%22/a.png)'.replace('%C3%BC', 'ü'));
  });

  it('leaves all as it was where one file cannot be written', async () => {
    const directory = makeTree(files);
    chmodSync(join(directory, 'README.md'), 0o444);
    const { status, stderr } = await runCli(['mv', 'docs/guide.md', 'docs/x/guide.md'], { cwd: directory });
    expect(status).toBe(2);
    expect(stderr).toMatch(/README\.md: .*read-only/);
    expect(everything(directory)).toEqual(everything(makeTree(files)));
    expect(existsSync(join(directory, 'docs/x'))).toBe(false);
  });

  it('takes a baseline along', async () => {
    const directory = makeTree({ 'docs/a.md': '# A\n\n[gone](gone.md) — [b](b.md)\n', 'docs/b.md': '# B\n' });
    await runCli(['--suppress-all'], { cwd: directory });
    expect((await runCli([], { cwd: directory })).status).toBe(0);
    expect((await runCli(['mv', 'docs/a.md', 'docs/x/a.md'], { cwd: directory })).status).toBe(0);
    expect(read(directory, 'docs/x/a.md')).toContain('[b](../b.md)');
    const after = await runCli([], { cwd: directory });
    expect({ status: after.status, stdout: after.stdout.split('\n').length }).toEqual({
      status: 0,
      stdout: 2,
    });
  });

  it('takes paths of the config along', async () => {
    const config =
      '{\n  // one\n  "overrides": [{ "files": ["docs/old/**", "./docs/old/a.md"], "rules": { "no-emdash": "off" } }]\n}\n';
    const { directory, status } = await run(
      { 'docs/old/a.md': '# A — b\n', 'docs/i.md': '[a](old/a.md)\n', 'docs-lint.config.jsonc': config },
      'mv',
      'docs/old',
      'docs/new',
    );
    expect(status).toBe(0);
    expect(read(directory, 'docs-lint.config.jsonc')).toBe(config.replaceAll('docs/old', 'docs/new'));
  });

  it('says what is generated', async () => {
    const { stderr } = await run(
      { 'docs/a.md': '<!-- Code generated by make. DO NOT EDIT. -->\n\n[b](b.md)\n', 'docs/b.md': '# B\n' },
      'mv',
      'docs/b.md',
      'docs/c.md',
    );
    expect(stderr).toBe('note: docs/a.md is generated. What generates it needs the same change.\n');
  });
});

describe('docs-lint mv and redirects', () => {
  const vitepress = {
    'docs/.vitepress/config.ts': 'export default {};\n',
    'docs/a.md': '# A\n',
    'docs/public/_redirects': '/older /a 301',
  };

  it('adds to _redirects, and rules that led to the page lead to it still', async () => {
    const { directory } = await run(vitepress, 'mv', 'docs/a.md', 'docs/b/c.md');
    expect(read(directory, 'docs/public/_redirects')).toBe('/older /b/c 301\n/a /b/c 301\n');
  });

  it('adds to netlify.toml and vercel.json where these redirect', async () => {
    const toml = '[[redirects]]\n  from = "/older"\n  to = "/a"\n';
    const json = '{\n  "redirects": [\n    { "source": "/older", "destination": "/a" }\n  ]\n}\n';
    const { directory } = await run(
      { ...vitepress, 'netlify.toml': toml, 'vercel.json': json },
      'mv',
      'docs/a.md',
      'docs/c.md',
    );
    expect(read(directory, 'netlify.toml')).toBe(
      `${toml.replace('"/a"', '"/c"')}\n[[redirects]]\n  from = "/a"\n  to = "/c"\n`,
    );
    expect(JSON.parse(read(directory, 'vercel.json'))).toEqual({
      redirects: [
        { source: '/older', destination: '/c' },
        { source: '/a', destination: '/c', permanent: true },
      ],
    });
  });

  it('adds an alias where pages of the site have such', async () => {
    const hugo = {
      'hugo.toml': 'baseURL = "https://example.com/"\n',
      'docs-lint.config.json': '{ "docs": ["content"] }',
      'content/a.md': '---\ntitle: A\naliases:\n  - /older/\n---\n\n# A\n',
      'content/b.md': '# B\n',
      'content/c.md': '+++\ntitle = "C"\n+++\n\n# C\n',
    };
    const directory = makeTree(hugo);
    for (const name of ['a', 'b', 'c'])
      expect(
        (await runCli(['mv', `content/${name}.md`, `content/x/${name}.md`], { cwd: directory })).status,
      ).toBe(0);
    expect(read(directory, 'content/x/a.md')).toContain('aliases:\n  - /older/\n  - "/a/"\n---\n');
    expect(read(directory, 'content/x/b.md')).toBe('---\naliases:\n  - "/b/"\n---\n\n# B\n');
    expect(read(directory, 'content/x/c.md')).toBe('+++\naliases = ["/c/"]\ntitle = "C"\n+++\n\n# C\n');
  });

  it('adds to the redirect_maps of mkdocs.yml', async () => {
    const yml = (maps: string): string =>
      `site_name: X\nplugins:\n  - redirects:\n      redirect_maps:\n${maps}`;
    const { directory } = await run(
      {
        'mkdocs.yml': yml("        'older.md': 'a.md'\n"),
        'docs/a.md': '# A\n',
        'docs/index.md': '[a](a.md)\n',
      },
      'mv',
      'docs/a.md',
      'docs/b.md',
    );
    expect(read(directory, 'mkdocs.yml')).toBe(yml("        'a.md': 'b.md'\n        'older.md': 'b.md'\n"));
  });

  it('takes the navigation of MkDocs and DocFX along', async () => {
    const yml = (path: string): string =>
      `site_name: X\nnav:\n  - Home: index.md\n  - 'A: b': "${path}" # here\n  - ${path}\n  - Part:\n      - Deep: ${path}\ntheme: readthedocs\n`;
    const { directory } = await run(
      {
        'mkdocs.yml': yml('a.md'),
        'docs/a.md': '# A\n',
        'docs/index.md': '# I\n',
        'docs/toc.yml': '- name: A\n  href: a.md\n- name: I\n  href: ./index.md\n',
      },
      'mv',
      'docs/a.md',
      'docs/b c/d.md',
    );
    expect(read(directory, 'mkdocs.yml')).toBe(yml('b c/d.md'));
    expect(read(directory, 'docs/toc.yml')).toBe(
      '- name: A\n  href: b c/d.md\n- name: I\n  href: ./index.md\n',
    );
  });

  it('begins none where there are none', async () => {
    const { directory } = await run(
      { 'docs/.vitepress/config.ts': 'export default {};\n', 'docs/a.md': '# A\n' },
      'mv',
      'docs/a.md',
      'docs/b.md',
    );
    expect(everything(directory)).toEqual({
      'docs/.vitepress/config.ts': 'export default {};\n',
      'docs/b.md': '# A\n',
    });
  });
});

describe('docs-lint rename-heading', () => {
  it('rewords a heading, and every link follows, to those behind it too', async () => {
    const { directory, status, stdout } = await run(
      files,
      'rename-heading',
      'docs/install.md#set-up',
      'First steps',
    );
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: '  docs/guide.md    1 link\n  docs/install.md  1 link\n✔ Rewrote 2 links in 2 files\n',
    });
    expect(read(directory, 'docs/guide.md')).toContain('(install.md#first-steps)');
    expect(read(directory, 'docs/install.md')).toBe(
      '# Install\n\n## First steps\n\n[g](guide.md)\n\n## Set up\n\n[second](#set-up)\n',
    );
  });

  it.each([
    ['## Old ##\n', '## New words ##\n'],
    ['Old\n---\n', 'New words\n---\n'],
    ['> Old\n> ===\n', '> New words\n> ===\n'],
    ['##   Old   {#old}\r\n', '##   New words   {#old}\r\n'],
    ['## <a id="x"></a> Old\n', '## <a id="x"></a> New words\n'],
    ['## Old <a name="x"></a>\n', '## New words <a name="x"></a>\n'],
    ['<h2 align="center">Old</h2>\n', '<h2 align="center">New words</h2>\n'],
    ['## *Ol*`d`\n', '## New words\n'],
  ])('keeps how it is written: %j', async (old, now) => {
    const anchor = old.startsWith('## <a') ? '-old' : old.includes(' <a name') ? 'old-' : 'old';
    const { directory, status, stderr } = await run(
      { 'docs/a.md': `# A\n\n${old}\ntext\n` },
      'rename-heading',
      `docs/a.md#${anchor}`,
      'New words',
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(read(directory, 'docs/a.md')).toBe(`# A\n\n${now}\ntext\n`);
  });

  it('leaves links alone where the id stays', async () => {
    const tree = {
      'docusaurus.config.js': "module.exports = { title: 'x', presets: [['classic', {}]] };\n",
      'docs/a.md': '# A\n\n## Old {#fixed}\n\n[x](#fixed)\n',
    };
    const { directory, stdout } = await run(tree, 'rename-heading', 'docs/a.md#fixed', 'New');
    expect(stdout).toBe('  docs/a.md\n✔ No link had to change\n');
    expect(read(directory, 'docs/a.md')).toBe('# A\n\n## New {#fixed}\n\n[x](#fixed)\n');
  });

  it('follows into the manifest, front matter and comments in code', async () => {
    const directory = makeTree({
      'docs/a.md': '---\nnext: b.md#old\n---\n\n# A\n',
      'docs/b.md': '# B\n\n## Old\n',
      'src/x.ts': '// See docs/b.md#old.\n',
      'docs-lint.config.json':
        '{ "rules": { "broken-links": ["error", { "frontMatter": ["next"] }], "doc-links-in-code": ["error", { "sources": ["src/**"] }] } }',
    });
    expect((await runCli(['rename-heading', 'docs/b.md#old', 'New'], { cwd: directory })).status).toBe(0);
    expect(read(directory, 'docs/a.md')).toContain('next: b.md#new\n');
    expect(read(directory, 'src/x.ts')).toBe('// See docs/b.md#new.\n');
  });

  it.each([
    [['docs/install.md#setup', 'X'], 'docs/install.md: has no heading `#setup`. Did you mean `#set-up`?'],
    [
      ['docs/install.md', 'X'],
      '`docs/install.md` names no heading. Write the page and the anchor: `docs/page.md#anchor`.',
    ],
    [['docs/none.md#x', 'X'], 'docs/none.md: is no page, so it has no heading.'],
    [['docs/install.md#install', ' '], 'A heading is one line of text. Give it words.'],
    [['docs/install.md#install', 'a\nb'], 'A heading is one line of text. Give it words.'],
    [
      ['docs/install.md#install', 'C #'],
      'docs/install.md: `C #` would not be read as the words of this heading.',
    ],
  ])('refuses %j', async ([place, words], message) => {
    const { directory, status, stderr } = await run(
      files,
      'rename-heading',
      place as string,
      words as string,
    );
    if (status === 2) expect(stderr).toMatch(message);
    expect(status).toBe(2);
    expect(everything(directory)).toEqual(everything(makeTree(files)));
  });

  it('prints a diff', async () => {
    const { status, stdout } = await run(
      files,
      'rename-heading',
      'docs/install.md#install',
      'Get it',
      '--diff',
    );
    expect(status).toBe(0);
    expect(stdout).toContain('\n-# Install\n+# Get it\n');
  });
});

describe('hostile trees', () => {
  it('moves a page with very many links in time that grows with them', async () => {
    const links = Array.from({ length: 5000 }, (_, at) => `[${at}](b.md#x${at % 7})`).join(' ');
    const { directory, status } = await run(
      { 'docs/a.md': `# A\n\n${links}\n`, 'docs/b.md': '# B\n' },
      'mv',
      'docs/b.md',
      'docs/c/b.md',
    );
    expect(status).toBe(0);
    expect(read(directory, 'docs/a.md').match(/\]\(c\/b\.md#x/g)).toHaveLength(5000);
  });

  it('shows names that steer a terminal as text', async () => {
    const directory = makeTree({ 'docs/a.md': '# A\n' });
    mkdirSync(join(directory, 'docs/x'));
    const { stdout } = await runCli(['mv', 'docs/a.md', 'docs/x/\u001b[31m.md'], { cwd: directory });
    expect(stdout).not.toContain('\u001b');
  });

  it('says that a page cannot be read, and moves nothing', async () => {
    const { status, stderr } = await run(
      { 'docs/a.md': '# A\n', 'docs/b.md': new Uint8Array([0x23, 0x20, 0xff, 0x0a]) },
      'mv',
      'docs/a.md',
      'docs/c.md',
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/^docs\/b\.md:1:1 {2}is not UTF-8/);
  });
});
