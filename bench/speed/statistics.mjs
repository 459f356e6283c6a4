/** The middle of some numbers; between the two in the middle of an even count. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Runs as one: the medians of each measure, and how many there were. */
export function summary(runs) {
  const middle = (measure) => median(runs.map((run) => run[measure]));
  return {
    runs: runs.length,
    seconds: middle('seconds'),
    cpu: middle('cpu'),
    megabytes: middle('megabytes'),
  };
}
