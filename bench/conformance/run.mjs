import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCases } from './read-cases.mjs';
import { score } from './score.mjs';
import { tables } from './tables.mjs';
import { docsLint } from './tools/docs-lint.mjs';
import { eslintMarkdown } from './tools/eslint-markdown.mjs';
import { markdownlint } from './tools/markdownlint.mjs';
import { remarkLinks } from './tools/remark-validate-links.mjs';
import { rumdl } from './tools/rumdl.mjs';
import { writeTree } from './write-trees.mjs';

const page = fileURLToPath(new URL('../../docs/conformance.md', import.meta.url));
const mark = /(<!-- scores -->\n)[\s\S]*(<!-- end of scores -->)/;
const tools = [docsLint, rumdl, remarkLinks, eslintMarkdown, markdownlint];
const wanted = process.argv.slice(2);

const cases = readCases();
const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
const results = [];
try {
  const trees = new Map(cases.map((one) => [one.id, writeTree(folder, one)]));
  for (const tool of tools) {
    if (wanted.length > 0 && !wanted.includes(tool.name)) continue;
    const start = performance.now();
    const outcomes = await score(tool, cases, ({ id }) => trees.get(id), tool === rumdl ? 2 : 1);
    results.push({ tool, outcomes });
    const right = [...outcomes.values()].filter((outcome) => outcome === 'right').length;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${tool.name}: ${right} of ${outcomes.size} right, in ${seconds} s`);
    if (tool === docsLint || wanted.length > 0) {
      for (const [id, outcome] of outcomes) if (outcome !== 'right') console.log(`  ${outcome}: ${id}`);
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}

if (wanted.length === 0) {
  const text = readFileSync(page, 'utf8');
  writeFileSync(
    page,
    text.replace(mark, (_all, start, end) => `${start}\n${tables(cases, results)}\n${end}`),
  );
}
