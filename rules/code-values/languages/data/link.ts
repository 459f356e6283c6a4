import { code, nearest, type Path } from '../../../../src/rule.js';
import { hint } from '../../sections.js';
import type { Constants, Package, PackageFile, Query } from '../language.js';
import { type Candidate, chooseValues } from '../shared/choose.js';
import { openData } from './follow.js';
import { meaningReader } from './meaning.js';
import type { DataFile } from './node.js';
import { readPath, type Step } from './path.js';

/** Finds values in data by paths. */
export function linkData(files: readonly PackageFile<DataFile>[]): Package {
  return { find: (query) => findByPath(files, query) };
}

function findByPath(files: readonly PackageFile<DataFile>[], query: Query): Constants {
  const path = pathOf(query);
  const steps = readPath(path);
  if (!steps)
    return {
      missing: `${code(path)} is no path. Write it as ${code('a.b.*.c')}, ${code('a["b.c"]')}, ${code('a[name=x].b')} or ${code('/a/b')}.`,
    };
  const candidates: Candidate[] = [];
  let lost: string | undefined;
  for (const { path: source, file } of files.filter((one) => query.files.includes(one.path))) {
    const data = openData(file);
    const followed = data.follow(steps);
    if ('lost' in followed) lost ??= lostAt(source, steps, followed.lost, followed.names);
    else {
      const meaning = meaningReader(data, source, 'word' in query.wanted ? undefined : query.wanted.value);
      for (const node of followed.nodes)
        for (const one of meaning(node, path || query.file)) candidates.push(one);
    }
  }
  if (candidates.length === 0 && lost !== undefined) return { missing: lost };
  return chooseValues(candidates, path === '' ? query.file : code(path), query);
}

/** The word of a comment is a path; what names begin with is the last step of one. */
function pathOf({ wanted }: Query): string {
  if ('word' in wanted) return wanted.word;
  const { path, name, type, prefix } = wanted;
  const own = path ?? name ?? type ?? '';
  if (prefix === undefined) return own;
  return own === '' ? `${prefix}*` : `${own}.${prefix}*`;
}

function lostAt(source: Path, steps: readonly Step[], index: number, names: readonly string[]): string {
  const step = steps[index] as Step;
  const before = steps.slice(0, index).map(show).join('').replace(/^\./, '');
  const where = before === '' ? source : `${code(before)} in ${source}`;
  const near = 'key' in step ? hint(nearest(step.key, names), '') : '';
  return `${where} has no ${code(show(step).replace(/^\./, ''))}.${near}`;
}

function show(step: Step): string {
  if ('where' in step) return `[${step.where}=${step.is}]`;
  if ('all' in step) return `.${step.all}*`;
  return /[.[\]]/.test(step.key) ? `["${step.key}"]` : `.${step.key}`;
}
