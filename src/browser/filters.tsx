import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { FolderTree } from './folder-tree.js';
import { foldersOf } from './folders.js';
import { matcher, type Query, ruleOf, type Searchable, tally } from './query.js';

interface Given {
  readonly all: readonly Searchable[];
  readonly query: Query;
  readonly onQuery: (change: Partial<Query>) => void;
}

/** What the problems can be narrowed down to, with how many each choice would leave. */
export function Filters({ all, query, onQuery }: Given): VNode {
  const severities = useMemo(
    () => tally(all.filter(matcher(query, 'severities')), ({ problem }) => problem.severity),
    [all, query],
  );
  const names = useMemo(
    () => tally(all.filter(matcher(query, 'names')), ({ problem }) => problem.name),
    [all, query],
  );
  const fixable = useMemo(() => all.filter(matcher({ ...query, fixable: true })).length, [all, query]);
  const rules = useMemo(() => rulesOf(all), [all]);
  const folders = useMemo(
    () => foldersOf(tally(all.filter(matcher(query, 'place')), ({ problem }) => problem.path || 'The run')),
    [all, query],
  );
  return (
    <nav class="filters" aria-label="Filters">
      <fieldset>
        <legend>Severity</legend>
        {['error', 'warning'].map((severity) => (
          <Choice
            key={severity}
            label={`${severity === 'error' ? 'Errors' : 'Warnings'}`}
            mark={severity}
            count={severities.get(severity) ?? 0}
            isChosen={query.severities.has(severity)}
            onChange={() => onQuery({ severities: toggled(query.severities, severity) })}
          />
        ))}
        <Choice
          label="With a fix"
          count={fixable}
          isChosen={query.fixable}
          onChange={() => onQuery({ fixable: !query.fixable })}
        />
      </fieldset>
      <fieldset>
        <legend>Rules</legend>
        {[...rules].map(([rule, codes]) => (
          <div class="rule" key={rule}>
            <Choice
              label={rule}
              count={codes.reduce((sum, code) => sum + (names.get(code) ?? 0), 0)}
              isChosen={query.names.has(rule)}
              onChange={() => onQuery({ names: toggled(query.names, rule) })}
            />
            {codes.length > 1 || codes[0] !== rule
              ? codes.map((code) => (
                  <Choice
                    key={code}
                    isInner
                    label={code.slice(rule.length + 1)}
                    count={names.get(code) ?? 0}
                    isChosen={query.names.has(code)}
                    onChange={() => onQuery({ names: toggled(query.names, code) })}
                  />
                ))
              : null}
          </div>
        ))}
      </fieldset>
      <fieldset>
        <legend>Pages</legend>
        <FolderTree
          folders={folders}
          chosen={query.place}
          onChoose={(place) => onQuery({ place: place === query.place ? '' : place })}
        />
      </fieldset>
    </nav>
  );
}

function Choice(given: {
  readonly label: string;
  readonly count: number;
  readonly isChosen: boolean;
  readonly isInner?: boolean;
  readonly mark?: string;
  readonly onChange: () => void;
}): VNode {
  const { label, count, isChosen, isInner, mark, onChange } = given;
  return (
    <label class={`choice${isInner ? ' inner' : ''}${count === 0 ? ' none' : ''}`}>
      <input type="checkbox" checked={isChosen} onChange={onChange} />
      <span class={`label ${mark ?? ''}`}>{label}</span>
      <span class="count">{count.toLocaleString('en')}</span>
    </label>
  );
}

/** The codes of each rule, sorted. */
function rulesOf(all: readonly Searchable[]): Map<string, string[]> {
  const names = [...tally(all, ({ problem }) => problem.name).keys()].sort();
  const rules = new Map<string, string[]>();
  for (const name of names) rules.set(ruleOf(name), [...(rules.get(ruleOf(name)) ?? []), name]);
  return rules;
}

function toggled(set: ReadonlySet<string>, value: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}
