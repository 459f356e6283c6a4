/** Milliseconds from the start of the process until it speaks of itself, and between two words of it. */
const patience = 500;
const interval = 100;

/** Moves to the start of the line and clears it. */
const erased = '\r\u001b[K';

export interface ProgressLine {
  /** To be told of each page. */
  readonly show: (done: number, total: number) => void;
  /** Waits for work, and takes the line away when it has ended. */
  during<T>(work: Promise<T>): Promise<T>;
}

/** One line on a terminal that says what is done and left. Nothing where nobody waits in front of one. */
export function progressLine(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>,
  {
    isQuiet = false,
    now = () => performance.now(),
    env = process.env,
  }: { readonly isQuiet?: boolean | undefined; now?(): number; readonly env?: NodeJS.ProcessEnv } = {},
): ProgressLine {
  const isWatched = stream.isTTY === true && !isQuiet && !env.CI && env.TERM !== 'dumb';
  let next = patience;
  let isDrawn = false;

  function show(done: number, total: number): void {
    if (!isWatched || now() < next) return;
    next = now() + interval;
    isDrawn = true;
    const [first, last] = [done, total].map((count) => count.toLocaleString('en'));
    const text = `Checking ${first} of ${last} ${total === 1 ? 'page' : 'pages'}…`;
    stream.write(`${erased}${text.slice(0, Math.max(0, (stream.columns || 80) - 1))}`);
  }

  return {
    show,
    async during(work) {
      try {
        return await work;
      } finally {
        if (isDrawn) stream.write(erased);
        isDrawn = false;
      }
    },
  };
}
