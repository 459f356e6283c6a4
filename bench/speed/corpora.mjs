import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A copy of a corpus that may be written to, from an archive or a directory of its name. */
export function copyCorpus(name, from, to) {
  const archive = join(from, `${name}.tar.gz`);
  mkdirSync(to, { recursive: true });
  if (existsSync(archive)) execFileSync('tar', ['-xzf', archive, '-C', to]);
  else if (existsSync(join(from, name))) cpSync(join(from, name), join(to, name), { recursive: true });
  else throw new Error(`${from} holds neither ${name}.tar.gz nor a directory ${name}.`);
  return join(to, name);
}

/** The page of middling size, which is the one to change. */
export function middlePage(corpus) {
  const docs = join(corpus, 'docs');
  const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ file: join(docs, name), size: statSync(join(docs, name)).size }))
    .sort((a, b) => a.size - b.size || (a.file < b.file ? -1 : 1));
  return pages[pages.length >> 1].file;
}

/** How many pages the corpus has, and how many MB. */
export function sizeOf(corpus) {
  const docs = join(corpus, 'docs');
  const sizes = readdirSync(docs, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.mdx?$/.test(name))
    .map((name) => statSync(join(docs, name)).size);
  return { pages: sizes.length, megabytes: sizes.reduce((sum, size) => sum + size, 0) / 1e6 };
}
