import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from './commands.mjs';
import { middlePage } from './corpora.mjs';
import { measure } from './measure.mjs';
import { summary } from './statistics.mjs';

/** Runs of what is slow. */
const slowRuns = 3;

/**
 * Measures what rows compare, in rounds: each command runs once a round, so that what slows the machine for a while
 * slows all of them. Returns the medians by `key`.
 */
export async function measureRows(rows, { corpora, nodes, runs, limit, folder, say }) {
  const subjects = [
    ...new Map(rows.flatMap((row) => subjectsOf(row, nodes)).map((one) => [one.key, one])).values(),
  ];
  const found = new Map(subjects.map(({ key }) => [key, []]));
  for (const [index, subject] of subjects.entries()) {
    subject.kept = join(folder, `kept-${index}`);
    subject.page = middlePage(corpora.get(subject.corpus));
    if (subject.command.state !== undefined) await once(subject);
  }
  for (let round = 0; round < runs; round++) {
    for (const subject of subjects) {
      if (subject.command.slow && round >= Math.max(1, Math.min(slowRuns, runs))) continue;
      const run = await (subject.command.state === 'changed' ? changed(subject, round) : once(subject));
      found.get(subject.key).push(run);
      say(`${round + 1}/${runs} ${subject.key}: ${run.seconds.toFixed(2)} s, ${run.megabytes.toFixed(0)} MB`);
    }
  }
  return new Map([...found].map(([key, its]) => [key, summary(its)]));

  function once({ command, node, corpus, kept }) {
    const home = join(folder, 'home');
    mkdirSync(home, { recursive: true });
    const program = command.node ? [nodes.get(node), command.file] : [command.file];
    return measure(program[0], [...program.slice(1), ...command.args(kept)], {
      cwd: corpora.get(corpus),
      env: { PATH: process.env.PATH, HOME: home, TMPDIR: folder, LANG: 'C.UTF-8' },
      limit,
    });
  }

  /** Another text than any run has seen, and after it the page as it was. */
  async function changed(subject, round) {
    const before = readFileSync(subject.page);
    try {
      writeFileSync(subject.page, `${before}\nChanged for the ${round + 1}. time.\n`);
      return await once(subject);
    } finally {
      writeFileSync(subject.page, before);
    }
  }
}

/** Which medians a row compares, for each Node that it speaks of and that is there: ours, and the other tool's. */
export function subjectsOf({ corpus, ours, theirs, atMost }, nodes) {
  return [...nodes.keys()]
    .filter((node) => Object.hasOwn(atMost, node))
    .flatMap((node) => [ours, theirs].map((id) => subject(corpus, id, node)));
}

/** A native program is measured once, whatever Node runs the others. */
export function subject(corpus, id, node) {
  const command = commands[id];
  const key = command.node ? `${corpus} ${id} Node ${node}` : `${corpus} ${id}`;
  return { key, corpus, command, node };
}
