import { ruleOf, type Searchable } from './query.js';

/** Problems that stand below one heading. */
export interface Group {
  readonly key: string;
  readonly members: readonly Searchable[];
}

/** Problems by page, by rule or by `rule/code`; pages in the order of the report, the others with the most first. */
export function groupsOf(found: readonly Searchable[], by: 'page' | 'rule' | 'code'): readonly Group[] {
  const groups = new Map<string, Searchable[]>();
  for (const one of found) {
    const { path, name } = one.problem;
    const key = by === 'page' ? path : by === 'rule' ? ruleOf(name) : name;
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  const all = [...groups].map(([key, members]) => ({ key, members }));
  return by === 'page' ? all : all.sort((a, b) => b.members.length - a.members.length);
}

/** The first groups, cut off where there are enough problems. */
export function firstOf(groups: readonly Group[], most: number): (Group & { readonly count: number })[] {
  const shown: (Group & { readonly count: number })[] = [];
  let left = most;
  for (const { key, members } of groups) {
    if (left <= 0) break;
    shown.push({ key, members: members.slice(0, left), count: members.length });
    left -= members.length;
  }
  return shown;
}
