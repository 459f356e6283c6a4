import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { copyCorpus, sizeOf } from './corpora.mjs';
import { measureCurve } from './measure-curve.mjs';
import { measureRows } from './measure-rows.mjs';
import { rows as allRows } from './rows.mjs';
import { tables } from './tables.mjs';

const usage = `npm --prefix bench run bench -- [options]

  --corpora <directory>  holds coder and cpp-docs, as directories or .tar.gz archives; without it, the one that
                         DOCS_LINT_CORPORA names, else ../shared/corpora
  --rows <text>          only rows whose id has this in it; repeatable: ${allRows.map(({ id }) => id).join(', ')}
  --runs <n>             runs of each command, 7 by default; 3 of those that take long
  --nodes <20,24>        the versions of Node
  --sizes <1000,…>       how many pages to generate, 1000, 10000 and 100000 by default; 0 for none
  --limit <seconds>      how long one run may take, 900 by default
  --write                write the tables into docs/performance.md even though rows were chosen
`;
const page = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
const mark = /(<!-- speed -->\n)[\s\S]*(<!-- end of speed -->)/;
const { values } = parseArgs({
  options: {
    corpora: { type: 'string' },
    rows: { type: 'string', multiple: true },
    runs: { type: 'string', default: '7' },
    nodes: { type: 'string', default: '20,24' },
    sizes: { type: 'string', default: '1000,10000,100000' },
    limit: { type: 'string', default: '900' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const rows = allRows.filter(({ id }) => values.rows?.some((text) => id.includes(text)) ?? true);
if (values.help) {
  console.log(usage);
  process.exit();
}

const nodes = new Map(
  values.nodes.split(',').map((version) => {
    const file = fileURLToPath(new URL(`../node_modules/node-${version}/bin/node`, import.meta.url));
    if (!existsSync(file)) throw new Error(`${file} is missing: npm --prefix bench install --ignore-scripts`);
    return [version, file];
  }),
);
const sizesOfPages = values.sizes
  .split(',')
  .map(Number)
  .filter((pages) => pages > 0);
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const say = (text) => console.error(text);
try {
  const from =
    values.corpora === undefined
      ? (process.env.DOCS_LINT_CORPORA ?? fileURLToPath(new URL('../../../shared/corpora', import.meta.url)))
      : resolve(process.env.INIT_CWD ?? '.', values.corpora);
  const names = [...new Set(rows.map(({ corpus }) => corpus))];
  const corpora = new Map(names.map((name) => [name, copyCorpus(name, from, join(folder, 'corpora'))]));
  const given = { corpora, nodes, runs: Number(values.runs), limit: Number(values.limit), folder, say };
  const medians = await measureRows(rows, given);
  const points = await measureCurve(sizesOfPages, { ...given, node: [...nodes.values()].at(-1) });
  const sizes = new Map([...corpora].map(([name, directory]) => [name, sizeOf(directory)]));
  const made = tables({ rows, medians, points, nodes, sizes, machine: machine() });
  console.log(made);
  if (values.rows === undefined || values.write) {
    const text = readFileSync(page, 'utf8');
    writeFileSync(
      page,
      text.replace(mark, (_all, start, end) => `${start}\n${made}\n\n${end}`),
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function machine() {
  const month = new Date().toISOString().slice(0, 7);
  return `${month}, ${process.platform} ${process.arch}, ${availableParallelism()} processors (${cpus()[0]?.model.trim()}), medians of ${values.runs} interleaved runs:`;
}
