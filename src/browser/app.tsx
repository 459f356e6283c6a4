import type { VNode } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ReportData } from '../report/html/data.js';
import { addressOf, type View, viewOf } from './address.js';
import { GraphView } from './graph-view.js';
import { Header } from './header.js';
import { Help } from './help.js';
import { ProblemsView } from './problems-view.js';
import { everything, searchable } from './query.js';
import { stepProblem, useKeys } from './use-keys.js';

/** The report: a bar with the search, and below it the problems or the link graph. */
export function App({ data }: { readonly data: ReportData }): VNode {
  const all = useMemo(() => data.problems.map(searchable), [data]);
  const [view, onView] = useView();
  const [isHelp, setHelp] = useState(false);
  const [hasKeys, setKeys] = useState(true);
  const [paint, setPaint] = useState(0);
  const search = useRef<HTMLInputElement>(null);
  const tab = data.graph ? view.tab : 'problems';
  // By the address: a key may come before the last one has been painted.
  const only = (severity: string): void => {
    const { query } = viewOf(location.hash);
    const isOn = query.severities.has(severity) && query.severities.size === 1;
    onView({ query: { ...query, severities: new Set(isOn ? [] : [severity]) } });
  };
  const leave = (): void => {
    const { node } = viewOf(location.hash);
    if (document.activeElement === search.current) search.current?.blur();
    else if (tab === 'graph' && node !== '') onView({ node: '' });
    else onView({ query: everything });
  };
  useKeys(hasKeys, {
    '/': () => search.current?.select(),
    Escape: leave,
    j: () => stepProblem(1),
    k: () => stepProblem(-1),
    e: () => only('error'),
    w: () => only('warning'),
    p: () => onView({ tab: 'problems' }),
    g: () => onView({ tab: 'graph' }),
    '?': () => setHelp(true),
  });
  return (
    <>
      <Header
        {...{ data, view, tab, onView, search }}
        onHelp={() => setHelp(true)}
        onTheme={() => setPaint(paint + 1)}
      />
      {tab === 'graph' && data.graph ? (
        <GraphView {...{ data, graph: data.graph, view, onView, paint }} />
      ) : (
        <ProblemsView {...{ data, all, view, onView }} />
      )}
      <Help isOpen={isHelp} hasKeys={hasKeys} onKeys={setKeys} onClose={() => setHelp(false)} />
    </>
  );
}

/** What is on the screen, kept in the address. Another tab or page is a step that one can go back. */
function useView(): [View, (change: Partial<View>) => void] {
  const [view, setView] = useState(() => viewOf(location.hash));
  useEffect(() => {
    const onAddress = (): void => setView(viewOf(location.hash));
    addEventListener('popstate', onAddress);
    return () => removeEventListener('popstate', onAddress);
  }, []);
  const onView = useCallback((change: Partial<View>) => {
    const next = { ...viewOf(location.hash), ...change };
    const isStep = change.tab !== undefined || change.node !== undefined;
    if (isStep) history.pushState(null, '', addressOf(next));
    else history.replaceState(null, '', addressOf(next));
    setView(next);
  }, []);
  return [view, onView];
}
