import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from './commands.mjs';
import { measure } from './measure.mjs';
import { summary } from './statistics.mjs';
import { writePages } from './write-pages.mjs';

const seed = 1;
/** So many pages are not read seven times. */
const many = 20_000;

/** Cold and warm runs over generated pages, by their count: an empty cache that is filled, and then a full one. */
export async function measureCurve(sizes, { node, runs, limit, folder, say }) {
  const points = [];
  for (const pages of sizes) {
    const cwd = join(folder, `pages-${pages}`);
    const kept = join(folder, `kept-${pages}`);
    mkdirSync(cwd, { recursive: true });
    writePages(cwd, pages, seed);
    const { file, args } = commands['docs-lint-warm'];
    const env = { PATH: process.env.PATH, HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8' };
    const once = () => measure(node, [file, ...args(kept)], { cwd, env, limit });
    const cold = [];
    const warm = [];
    for (let round = 0; round < (pages > many ? 1 : Math.min(runs, 3)); round++) {
      rmSync(kept, { recursive: true, force: true });
      cold.push(await once());
      warm.push(await once());
      say(
        `${pages} pages: ${cold.at(-1).seconds.toFixed(1)} s cold, ${warm.at(-1).seconds.toFixed(1)} s warm`,
      );
    }
    points.push({ pages, cold: summary(cold), warm: summary(warm) });
    rmSync(cwd, { recursive: true });
  }
  return points;
}
