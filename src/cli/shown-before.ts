import type { Answer } from '../cache/answers.js';
import type { Problem } from '../model.js';
import type { ReportContext } from '../report/format.js';
import type { LintResult } from '../session/lint.js';

type Shown = NonNullable<ReportContext['shown']>;

/** The texts of problems as an earlier command printed them, and where in an output the texts of this one are. */
export interface ShownBefore extends Shown {
  /** For the texts that were kept, in the order in which they are in an output. */
  places(output: Answer['output']): NonNullable<Answer['problems']>;
}

/** Takes up what an earlier command printed of problems that are shown as they were then. */
export function shownBefore({ isAsBefore }: LintResult, earlier: Answer | undefined): ShownBefore {
  const before = textOf(earlier?.output ?? []);
  const known = new Map(earlier?.problems?.map(([fingerprint, ...place]) => [fingerprint, place]));
  const texts: [fingerprint: string, text: string][] = [];
  return {
    of(problem: Problem) {
      const place = isAsBefore?.(problem) ? known.get(problem.fingerprint) : undefined;
      return place && before.slice(...place);
    },
    keep: ({ fingerprint }, text) => void texts.push([fingerprint, text]),
    places(output) {
      const whole = textOf(output);
      let at = 0;
      return texts.map(([fingerprint, text]) => {
        const start = whole.indexOf(text, at);
        at = start + text.length;
        return [fingerprint, start, at];
      });
    },
  };
}

/** What standard output was given. */
function textOf(output: Answer['output']): string {
  return output.flatMap(([stream, text]) => (stream === 1 ? text : [])).join('');
}
