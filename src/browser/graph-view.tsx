import type { VNode } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import type { GraphData, ReportData } from '../report/html/data.js';
import type { View } from './address.js';
import { GraphCanvas } from './graph-canvas.js';
import { type Choice, chosen, graphModel, isDrawn, type Spot } from './graph-model.js';
import { SpotDetails, SpotList } from './graph-panel.js';
import { everything } from './query.js';

interface Given {
  readonly data: ReportData;
  readonly graph: GraphData;
  readonly view: View;
  readonly onView: (change: Partial<View>) => void;
  readonly paint: number;
}

const choices = [
  ['pages', 'Pages'],
  ['orphans', 'Orphans'],
  ['broken', 'Broken'],
  ['problems', 'Problems'],
] as const;

/** The link graph: a picture, and a panel with the same in words. */
export function GraphView({ data, graph, view, onView, paint }: Given): VNode {
  const whole = useMemo(() => graphModel(graph, data.problems), [data, graph]);
  const [choice, setChoice] = useState<Choice>('pages');
  const [layout, setLayout] = useState<'folders' | 'links'>('folders');
  const [hasOthers, setOthers] = useState(false);
  const selected = useMemo(() => whole.spots.find(({ path }) => path === view.node), [whole, view.node]);
  const model = useMemo(() => {
    const spots = whole.spots.filter((spot) => isDrawn(spot, hasOthers) || spot === selected);
    const drawn = new Set(spots);
    return { spots, links: whole.links.filter(({ from, to }) => drawn.has(from) && drawn.has(to)) };
  }, [whole, hasOthers, selected && !isDrawn(selected, hasOthers) ? selected : undefined]);
  const { text } = view.query;
  const listed = useMemo(() => chosen(whole.spots, choice, text), [whole, choice, text]);
  const lit = useMemo(
    () => (choice === 'pages' && text.trim() === '' ? undefined : new Set(listed)),
    [choice, text, listed],
  );
  const onSelect = useCallback((spot: Spot | undefined) => onView({ node: spot?.path ?? '' }), [onView]);
  return (
    <div class="graph">
      <GraphCanvas {...{ model, layout, selected, lit, paint, onSelect }} />
      <aside class="panel" aria-label="Pages">
        <div class="tools">
          <fieldset class="segments" aria-label="Layout">
            {(['folders', 'links'] as const).map((by) => (
              <button type="button" key={by} aria-pressed={layout === by} onClick={() => setLayout(by)}>
                {`By ${by}`}
              </button>
            ))}
          </fieldset>
          <label class="choice">
            <input type="checkbox" checked={hasOthers} onChange={() => setOthers(!hasOthers)} />
            <span class="label">Other targets</span>
          </label>
        </div>
        {selected ? (
          <SpotDetails
            spot={selected}
            onSelect={onSelect}
            onProblems={({ path }) => onView({ tab: 'problems', query: { ...everything, place: path } })}
          />
        ) : (
          <>
            <fieldset class="segments wide" aria-label="Which pages">
              {choices.map(([name, label]) => (
                <button
                  type="button"
                  key={name}
                  aria-pressed={choice === name}
                  onClick={() => setChoice(name)}
                >
                  {label} <span class="count">{chosen(whole.spots, name).length.toLocaleString('en')}</span>
                </button>
              ))}
            </fieldset>
            <SpotList spots={listed} choice={choice} onSelect={onSelect} />
          </>
        )}
        <Legend hasOthers={hasOthers} />
      </aside>
    </div>
  );
}

function Legend({ hasOthers }: { readonly hasOthers: boolean }): VNode {
  const signs = [
    ['page', 'page, larger where more link to it'],
    ['page error', 'page with errors'],
    ['page warning', 'page with warnings alone'],
    ['page orphan', 'orphan: no page links to it, though a navigation may'],
    ['missing error', 'missing: a broken link leads here'],
    ...(hasOthers
      ? [
          ['file', 'file or directory'],
          ['missing', 'not in this tree, and no problem says so'],
        ]
      : []),
  ] as const;
  return (
    <ul class="legend" aria-label="Legend">
      {signs.map(([sign, what]) => (
        <li key={sign}>
          <span class={`dot ${sign}`} aria-hidden="true" /> {what}
        </li>
      ))}
    </ul>
  );
}
