import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ReportData } from '../report/html/data.js';
import { counted } from './counted.js';
import { firstOf, groupsOf } from './groups.js';
import { PathText } from './path-text.js';
import { Problem } from './problem.js';
import { Prose } from './prose.js';
import type { Searchable } from './query.js';

/** Problems that are added each time the end comes near. */
const step = 60;

interface Given {
  readonly data: ReportData;
  readonly found: readonly Searchable[];
  readonly by: 'page' | 'rule' | 'code';
  readonly hasFrames: boolean;
  readonly onName: (name: string) => void;
  /** Shows a page in the graph; absent where there is none. */
  readonly onPage?: (path: string) => void;
}

/** Problems under headings. As many as can be seen are there, and more come as the end comes near. */
export function ProblemList({ data, found, by, hasFrames, onName, onPage }: Given): VNode {
  const [shown, setShown] = useState({ found, most: step });
  const most = shown.found === found ? shown.most : step;
  const groups = useMemo(() => groupsOf(found, by), [found, by]);
  const more = (): void => setShown({ found, most: most + step });
  const list = useMemo(
    () =>
      firstOf(groups, most).map(({ key, members, count }) => (
        <section class="group" key={key}>
          <h2>
            {by === 'page' && onPage ? (
              <button type="button" class="plain" title="Show in the link graph" onClick={() => onPage(key)}>
                <PathText path={key} />
              </button>
            ) : (
              key || 'The run'
            )}
            <span class="count">{counted(count, 'problem')}</span>
          </h2>
          {by !== 'page' && <About data={data} name={members[0]?.problem.name ?? key} by={by} />}
          <ul>
            {members.map(({ problem }, index) => (
              <Problem
                {...{ problem, hasFrame: hasFrames, onName }}
                key={`${problem.path}:${problem.line}:${problem.column}:${index}`}
                lines={data.lines}
                isUnderPage={by === 'page'}
              />
            ))}
          </ul>
        </section>
      )),
    [groups, most, by, hasFrames, onName, onPage, data],
  );
  const end = useRef<HTMLButtonElement>(null);
  const left = found.length - most;
  useEffect(() => {
    const { current } = end;
    if (!current) return undefined;
    const seen = (entries: readonly IntersectionObserverEntry[]): void => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) more();
    };
    const observer = new IntersectionObserver(seen, { rootMargin: '1200px' });
    observer.observe(current);
    return () => observer.disconnect();
  });
  return (
    <>
      {list}
      {left > 0 && (
        <button type="button" class="more" ref={end} onClick={more}>
          Show more of {counted(left, 'problem')}
        </button>
      )}
    </>
  );
}

function About(given: {
  readonly data: ReportData;
  readonly name: string;
  readonly by: string;
}): VNode | null {
  const about = given.data.about[given.name];
  if (!about) return null;
  return (
    <div class="about">
      <p>
        <Prose text={about.summary} />
      </p>
      {given.by === 'code' && about.advice && (
        <p>
          What to do: <Prose text={about.advice} />
        </p>
      )}
    </div>
  );
}
