import type { VNode } from 'preact';
import type { ProblemData } from '../report/html/data.js';
import { Frame } from './frame.js';
import { Prose } from './prose.js';

interface Given {
  readonly problem: ProblemData;
  readonly lines: readonly string[];
  /** Whether its page stands above it. */
  readonly isUnderPage: boolean;
  readonly hasFrame: boolean;
  readonly onName: (name: string) => void;
}

/** One problem: what is wrong and where, the lines of the page, other places, and the fix. */
export function Problem({ problem, lines, isUnderPage, hasFrame, onName }: Given): VNode {
  const { name, severity, path, line, column, message, frame, related, fix } = problem;
  const position = [line, column].filter((number) => number !== undefined).join(':');
  return (
    <li class={`problem ${severity}`} tabIndex={-1} data-problem>
      <p class="message">
        <span class="severity">{severity}</span> <Prose text={message} />
      </p>
      <p class="meta">
        <span class="place">{isUnderPage ? position || path : `${path}${position && `:${position}`}`}</span>
        <button type="button" class="name" title={`Only ${name}`} onClick={() => onName(name)}>
          {name}
        </button>
        {fix && (
          <span class="fix">
            {fix.safe ? 'Fix: ' : 'Unsafe fix: '}
            <Prose text={fix.description} />
          </span>
        )}
      </p>
      {hasFrame && frame && <Frame rows={frame} lines={lines} severity={severity} />}
      {related?.map((one) => (
        <p class="related">
          <span class="place">{one.place}</span> <Prose text={one.message} />
        </p>
      ))}
    </li>
  );
}
