import type { VNode } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import type { ReportData } from '../report/html/data.js';
import type { View } from './address.js';
import { counted } from './counted.js';
import { Filters } from './filters.js';
import { ProblemList } from './problem-list.js';
import { everything, matcher, type Query, type Searchable } from './query.js';

interface Given {
  readonly data: ReportData;
  readonly all: readonly Searchable[];
  readonly view: View;
  readonly onView: (change: Partial<View>) => void;
}

/** Every problem, and what narrows them down. */
export function ProblemsView({ data, all, view, onView }: Given): VNode {
  const { query, group } = view;
  const [hasFrames, setFrames] = useState(true);
  const found = useMemo(() => all.filter(matcher(query)), [all, query]);
  const onQuery = (change: Partial<Query>): void => onView({ query: { ...query, ...change } });
  const onName = useCallback(
    (name: string) => onView({ query: { ...query, names: new Set([name]) } }),
    [query, onView],
  );
  const onPage = useCallback((node: string) => onView({ tab: 'graph', node }), [onView]);
  if (all.length === 0) return <Clean data={data} />;
  return (
    <div class="problems">
      <Filters all={all} query={query} onQuery={onQuery} />
      <main>
        <div class="tools">
          <p class="found" role="status">
            {found.length === all.length
              ? counted(found.length, 'problem')
              : `${found.length.toLocaleString('en')} of ${counted(all.length, 'problem')}`}
          </p>
          {found.length < all.length && (
            <button type="button" class="quiet" onClick={() => onView({ query: everything })}>
              Clear filters
            </button>
          )}
          <div class="spring" />
          <fieldset class="segments" aria-label="Group by">
            {(['page', 'rule', 'code'] as const).map((by) => (
              <button
                type="button"
                key={by}
                aria-pressed={group === by}
                onClick={() => onView({ group: by })}
              >
                {`By ${by}`}
              </button>
            ))}
          </fieldset>
          <button type="button" class="quiet" aria-pressed={hasFrames} onClick={() => setFrames(!hasFrames)}>
            Source lines
          </button>
        </div>
        {found.length === 0 && <p class="empty">No problem is like that.</p>}
        <ProblemList {...{ data, found, hasFrames, onName }} by={group} {...(data.graph ? { onPage } : {})} />
        <Notes notes={data.notes} />
      </main>
    </div>
  );
}

function Clean({ data }: { readonly data: ReportData }): VNode {
  return (
    <main class="clean">
      <p class="good" aria-hidden="true">
        ✔
      </p>
      <p>{data.verdict}.</p>
      <Notes notes={data.notes} />
    </main>
  );
}

function Notes({ notes }: { readonly notes: readonly string[] }): VNode | null {
  if (notes.length === 0) return null;
  return (
    <section class="notes">
      <h2>Notes</h2>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}
