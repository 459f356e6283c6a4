/** What this process takes of the processor for some work: the same on a busy machine, where more time goes by. */
export function processorSeconds(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
