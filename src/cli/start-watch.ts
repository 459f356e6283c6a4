import type { Step, Watch } from '../engine/watch.js';
import { UserError } from '../errors.js';
import type { Timing } from '../report/timing.js';

export interface Watching {
  readonly watch: Watch;
  /** Takes the time of all steps from now on, by a clock in milliseconds. Most runs do without: there are many steps. */
  measure(clock?: () => number): void;
  /** How long each kind of step took by itself, without the steps inside of it. */
  timings(): readonly Timing[];
  /** What was being done when an error came up, from the outermost step to the innermost. */
  stepsOf(error: unknown): readonly Step[];
}

/** Watches one run. */
export function startWatch(): Watching {
  let now: (() => number) | undefined;
  const times = new Map<string, { readonly step: Step; milliseconds: number }>();
  const open: { readonly step: Step; since: number }[] = [];
  let broken: { readonly error: unknown; readonly steps: readonly Step[] } | undefined;

  /** Adds the time since the last call to the innermost step. */
  function take(): void {
    const innermost = now && open.at(-1);
    if (!now || !innermost) return;
    const { step } = innermost;
    const name = `${step.phase} ${step.rule ?? ''}`;
    const known = times.get(name) ?? { step, milliseconds: 0 };
    const at = now();
    known.milliseconds += at - innermost.since;
    times.set(name, known);
    innermost.since = at;
  }
  function enter(step: Step): void {
    take();
    open.push({ step, since: now?.() ?? 0 });
  }
  function leave(): void {
    take();
    open.pop();
    const outer = now && open.at(-1);
    if (now && outer) outer.since = now();
  }
  function fail(error: unknown): never {
    if (!(error instanceof UserError) && broken?.error !== error)
      broken = { error, steps: open.map(({ step }) => step) };
    leave();
    throw error;
  }

  return {
    watch<T>(step: Step, work: () => T): T {
      enter(step);
      let result: T;
      try {
        result = work();
      } catch (error) {
        return fail(error);
      }
      if (result instanceof Promise) {
        const ended = result.then((value: unknown) => {
          leave();
          return value;
        }, fail);
        return ended as T;
      }
      leave();
      return result;
    },
    measure(clock = () => performance.now()) {
      now = clock;
    },
    timings: () => [...times.values()].map(({ step, milliseconds }) => ({ ...step, milliseconds })),
    stepsOf: (error) => (broken?.error === error ? (broken?.steps ?? []) : []),
  };
}
