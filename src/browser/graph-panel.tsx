import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { counted } from './counted.js';
import { type Choice, isBroken, type Link, type Spot } from './graph-model.js';
import { PathText } from './path-text.js';

/** Entries of a list that are shown before one asks for more. */
const step = 100;

/** The pages that were looked for. */
export function SpotList(given: {
  readonly spots: readonly Spot[];
  readonly choice: Choice;
  readonly onSelect: (spot: Spot) => void;
}): VNode {
  const { spots, choice, onSelect } = given;
  if (spots.length === 0) return <p class="empty">There is none.</p>;
  return (
    <Limited all={spots}>
      {(spot) => (
        <li key={spot.path}>
          <SpotButton spot={spot} onSelect={onSelect}>
            {choice === 'problems' && <span class="count">{spot.problems.toLocaleString('en')}</span>}
            {choice === 'broken' && <span class="count">{spot.links.filter(isBroken).length}</span>}
            {choice === 'pages' && <span class="count">{spot.backlinks.length.toLocaleString('en')}</span>}
          </SpotButton>
        </li>
      )}
    </Limited>
  );
}

/** One page or target: what links to it, and what it links to. */
export function SpotDetails(given: {
  readonly spot: Spot;
  readonly onSelect: (spot: Spot | undefined) => void;
  readonly onProblems: (spot: Spot) => void;
}): VNode {
  const { spot, onSelect, onProblems } = given;
  const { path, problems, links, backlinks } = spot;
  return (
    <section class="details" aria-label={path}>
      <button type="button" class="quiet" onClick={() => onSelect(undefined)}>
        ← All pages
      </button>
      <h2>
        <PathText path={path} />
      </h2>
      <p class="tags">
        <span class="tag">{whatOf(spot)}</span>
        {spot.isOrphan && <span class="tag warning">orphan: no page links here</span>}
      </p>
      {problems > 0 && (
        <button type="button" class="quiet" onClick={() => onProblems(spot)}>
          Show {counted(problems, 'problem')}
        </button>
      )}
      <LinkList
        title={`${counted(backlinks.length, 'page')} ${backlinks.length === 1 ? 'links' : 'link'} here`}
        links={backlinks}
        other="from"
        onSelect={onSelect}
      />
      {spot.kind === 'page' && (
        <LinkList
          title={`Links to ${links.length.toLocaleString('en')}`}
          links={links}
          other="to"
          onSelect={onSelect}
        />
      )}
    </section>
  );
}

function LinkList(given: {
  readonly title: string;
  readonly links: readonly Link[];
  readonly other: 'from' | 'to';
  readonly onSelect: (spot: Spot) => void;
}): VNode {
  const { title, links, other, onSelect } = given;
  const sorted = [...links].sort((a, b) => Number(a.state === 'good') - Number(b.state === 'good'));
  return (
    <>
      <h3 class={other}>{title}</h3>
      <Limited all={sorted}>
        {(link) => (
          <li key={link[other].path}>
            <SpotButton spot={link[other]} onSelect={onSelect}>
              {link.state === 'broken' && <span class="tag error">broken</span>}
              {link.state === 'lost' && <span class="tag warning">not here</span>}
              <span class="count">:{link.line}</span>
            </SpotButton>
          </li>
        )}
      </Limited>
    </>
  );
}

function SpotButton(given: {
  readonly spot: Spot;
  readonly onSelect: (spot: Spot) => void;
  readonly children: ComponentChildren;
}): VNode {
  const { spot, onSelect, children } = given;
  return (
    <button type="button" class="spot" onClick={() => onSelect(spot)}>
      <span
        class={`dot ${spot.kind}${spot.isOrphan ? ' orphan' : ''}${spot.worst ? ` ${spot.worst}` : ''}`}
        aria-hidden="true"
      />
      <span class="label">
        <PathText path={spot.path} />
      </span>
      {children}
    </button>
  );
}

function Limited<T>(given: { readonly all: readonly T[]; readonly children: (one: T) => VNode }): VNode {
  const [shown, setShown] = useState({ all: given.all, most: step });
  const most = shown.all === given.all ? shown.most : step;
  return (
    <ul class="spots">
      {given.all.slice(0, most).map(given.children)}
      {given.all.length > most && (
        <li>
          <button type="button" class="more" onClick={() => setShown({ all: given.all, most: most + step })}>
            Show more of {(given.all.length - most).toLocaleString('en')}
          </button>
        </li>
      )}
    </ul>
  );
}

function whatOf({ kind, backlinks }: Spot): string {
  if (kind !== 'missing') return kind;
  return backlinks.some(isBroken) ? 'missing' : 'not in this tree, and no problem says so';
}
