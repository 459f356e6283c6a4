/** Whether one of the names begins so; sorted, so that asking takes little time. */
export function beginsAny(names: Iterable<string>): (start: string) => boolean {
  const sorted = [...names].sort();
  return (start) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as string) < start) low = middle + 1;
      else high = middle;
    }
    return sorted[low]?.startsWith(start) === true;
  };
}
