const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How often the event loop goes round until a signal that came meanwhile is told for sure. */
const turns = 3;

/**
 * Does work in one go that must not be cut off in the middle. Whoever asks the process to end meanwhile has to wait
 * until it is done, and then the process ends as it was asked to.
 */
export async function holdSignals(work: () => void): Promise<void> {
  const held: NodeJS.Signals[] = [];
  const hold = (signal: NodeJS.Signals): void => void held.push(signal);
  for (const signal of signals) process.on(signal, hold);
  try {
    work();
    for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
  } finally {
    for (const signal of signals) process.off(signal, hold);
  }
  const [first] = held;
  if (first !== undefined) process.kill(process.pid, first);
}
