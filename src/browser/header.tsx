import type { RefObject, VNode } from 'preact';
import type { ReportData } from '../report/html/data.js';
import type { View } from './address.js';
import { ThemeButton } from './theme.js';

interface Given {
  readonly data: ReportData;
  readonly view: View;
  readonly tab: View['tab'];
  readonly search: RefObject<HTMLInputElement | null>;
  readonly onView: (change: Partial<View>) => void;
  readonly onHelp: () => void;
  readonly onTheme: () => void;
}

/** What was checked, how it is, the two views, and the search, which both have in common. */
export function Header({ data, view, tab, search, onView, onHelp, onTheme }: Given): VNode {
  const tabs = [
    ['problems', 'Problems', data.problems.length],
    ['graph', 'Link graph', data.pages],
  ] as const;
  return (
    <header>
      <h1>
        <span class="tool">{data.tool.name}</span> {data.title}
      </h1>
      {data.graph && (
        <nav class="tabs" aria-label="Views">
          {tabs.map(([name, label, count]) => (
            <button
              type="button"
              key={name}
              aria-current={tab === name ? 'page' : undefined}
              onClick={() => onView({ tab: name })}
            >
              {label} <span class="count">{count.toLocaleString('en')}</span>
            </button>
          ))}
        </nav>
      )}
      <p class="verdict" title={data.verdict}>
        {data.verdict}
      </p>
      <input
        ref={search}
        type="search"
        value={view.query.text}
        placeholder={tab === 'graph' ? 'Find a page' : 'Search problems'}
        aria-label={tab === 'graph' ? 'Find a page' : 'Search problems'}
        aria-keyshortcuts="/"
        spellcheck={false}
        autocomplete="off"
        onInput={({ currentTarget }) => onView({ query: { ...view.query, text: currentTarget.value } })}
      />
      <ThemeButton onTheme={onTheme} />
      <button
        type="button"
        class="icon"
        title="Keys"
        aria-label="Keys"
        aria-keyshortcuts="?"
        onClick={onHelp}
      >
        <span aria-hidden="true">?</span>
      </button>
    </header>
  );
}
