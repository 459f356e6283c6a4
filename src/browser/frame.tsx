import type { VNode } from 'preact';
import type { FrameRow } from '../report/html/data.js';

/** The lines of a file at a problem. */
export function Frame({
  rows,
  lines,
  severity,
}: {
  readonly rows: readonly FrameRow[];
  readonly lines: readonly string[];
  readonly severity: string;
}): VNode {
  return (
    <div class={`frame ${severity}`}>
      {rows.map(([line, index, from, to], at) => {
        const text = lines[index] ?? '';
        const isGap = at > 0 && line - (rows[at - 1]?.[0] ?? line) > 1;
        return (
          <div class={from === undefined ? 'row' : 'row hit'} key={line}>
            <span class="number" aria-hidden="true">
              {isGap ? `⋮ ${line}` : line}
            </span>
            <code>
              {from === undefined ? (
                text
              ) : (
                <>
                  {text.slice(0, from)}
                  <mark>{text.slice(from, to)}</mark>
                  {text.slice(to)}
                </>
              )}
            </code>
          </div>
        );
      })}
    </div>
  );
}
