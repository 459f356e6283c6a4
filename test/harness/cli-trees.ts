import { makeTree } from './make-tree.js';
import { places } from './read-report.js';
import { type Outcome, runCli } from './run-cli.js';

export const clean = makeTree({ 'docs/index.md': '# Home\n\n[up](#home)\n' });

export const broken = makeTree({
  'README.md': '# Project\n\n[docs](docs/index.md#hom)\n',
  'docs/index.md': '# Home\n\n[install](install.md#set-up)\n\n[gone](gone.md)\n',
  'docs/install.md': '# Install\n\n## Setup\n\nA dash — here.\n\n[home](index.md)\n',
  'docs/deep/page.md': '# Page\n\n[gone](../../gone.txt)\n',
});

/** What is wrong in the docs of the broken tree. */
export const all = [
  'docs/deep/page.md:3 broken-links/missing-file',
  'docs/index.md:3 broken-anchors/missing-anchor',
  'docs/index.md:5 broken-links/missing-file',
  'docs/install.md:5 no-emdash/emdash',
];

/** An unreadable page, and one with an error. */
export const unreadable = makeTree({
  'docs/bytes.md': Buffer.from([0x23, 0x20, 0xff, 0x0a]),
  'docs/index.md': '# Home\n\n[gone](gone.md)\n',
});

/** A run for JSON, with a line for each problem. */
export async function json(
  cwd: string,
  ...given: readonly string[]
): Promise<Outcome & { readonly places: readonly string[] }> {
  const outcome = await runCli([...given, '--format', 'json'], { cwd });
  return { ...outcome, places: outcome.stdout === '' ? [] : places(outcome.stdout) };
}
