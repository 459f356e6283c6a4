import { readFileSync } from 'node:fs';
import { commands, shown } from './commands.mjs';
import { subjectsOf } from './measure-rows.mjs';

const packages = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** Which package a command comes from. */
const packageOf = {
  rumdl: 'rumdl',
  'markdownlint-cli2': 'markdownlint-cli2',
  remark: 'remark-validate-links',
  eslint: '@eslint/markdown',
};

const generated =
  'Generated pages of some 5 KB, with nineteen links each to headings of other pages. Cold fills the cache, warm finds it full.';

/** What was measured, as Markdown. */
export function tables({ rows, medians, points, nodes, sizes, machine }) {
  const blocks = [
    machine,
    comparison(rows, medians, nodes),
    memory(rows, medians, nodes),
    'Each by itself, in medians:',
    measures(medians),
    'The corpora:',
    table(
      ['corpus', 'pages', 'MB'],
      [...sizes].map(([name, { pages, megabytes }]) => [name, count(pages), megabytes.toFixed(1)]),
    ),
    'What each tool was asked to do, in the top directory of the corpus:',
    asked(rows),
    ...(points.length === 0 ? [] : ['### By size', generated, curve(points)]),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

export function comparison(rows, medians, nodes) {
  const lines = rows.flatMap((row) => {
    const subjects = subjectsOf(row, nodes);
    return [...nodes.keys()]
      .filter((node) => Object.hasOwn(row.atMost, node))
      .map((node, index) => {
        const [ours, theirs] = subjects.slice(2 * index, 2 * index + 2).map(({ key }) => medians.get(key));
        const ratio = ours.seconds / theirs.seconds;
        const most = row.atMost[node];
        return [
          `${row.corpus}: ${row.work}`,
          node,
          seconds(ours),
          `${commands[row.theirs].name} ${seconds(theirs)}`,
          ratio.toFixed(ratio < 0.1 ? 3 : 2),
          most === undefined ? '–' : most,
          most === undefined ? '–' : ratio <= most ? 'yes' : 'no',
        ];
      });
  });
  return table(['work', 'Node', 'docs-lint', 'beside', 'ratio', 'at most', 'held'], lines);
}

function measures(medians) {
  return table(
    ['corpus and command', 'runs', 'seconds', 'CPU, s', 'MB'],
    [...medians].map(([key, { runs, seconds: time, cpu, megabytes }]) => {
      return [key, runs, time.toFixed(2), cpu.toFixed(2), megabytes.toFixed(0)];
    }),
  );
}

function memory(rows, medians, nodes) {
  const lines = rows
    .filter(({ limit }) => limit !== undefined)
    .flatMap((row) =>
      [...nodes.keys()].map((node) => {
        const { megabytes } = medians.get(`${row.corpus} ${row.ours} Node ${node}`);
        const beside = medians.get(`${row.corpus} ${row.theirs}`);
        const other =
          beside === undefined ? '–' : `${commands[row.theirs].name} ${beside.megabytes.toFixed(0)}`;
        const isHeld = megabytes <= row.limit ? 'yes' : 'no';
        return [`${row.corpus}: ${row.work}`, node, megabytes.toFixed(0), other, row.limit, isHeld];
      }),
    );
  if (lines.length === 0) return '';
  return `Peak memory, in MB:\n\n${table(['work', 'Node', 'docs-lint', 'beside', 'at most', 'held'], lines)}`;
}

function asked(rows) {
  const ids = [...new Set(rows.flatMap(({ ours, theirs }) => [ours, theirs]))];
  return table(
    ['tool', 'version', 'command', 'state'],
    ids.map((id) => {
      const { name, state = 'cold', slow = false } = commands[id];
      const version = packages.dependencies[packageOf[name]] ?? 'this';
      const runs = slow ? `${state}, three runs` : state;
      return [packageOf[name] ?? name, version, `\`${shown(commands[id]).replaceAll('|', '\\|')}\``, runs];
    }),
  );
}

export function curve(points) {
  const cell = (measure) => points.map((point) => measure(point));
  const lines = cell(({ pages, cold, warm }) => [
    count(pages),
    ...[cold, warm].flatMap((one) => [one.seconds.toFixed(1), count(Math.round(one.megabytes))]),
  ]);
  return table(['pages', 'cold, s', 'cold, MB', 'warm, s', 'warm, MB'], lines);
}

function seconds({ seconds: value }) {
  return `${value.toFixed(value < 1 ? 3 : 2)} s`;
}

function count(number) {
  return number.toLocaleString('en');
}

function table(header, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = header.map((_cell, index) => (index === 0 ? '---' : '--:'));
  return [line(header), line(rule), ...rows.map(line)].join('\n');
}
