/** Tells whether one of the paths that a host redirects is meant; `*`, `:name` and what stands in brackets match anything. */
export function redirected(patterns: readonly string[]): (path: string) => boolean {
  const exact = new Set<string>();
  const open: string[][] = [];
  for (const pattern of patterns) {
    const segments = segmentsOf(pattern.replace(/\?.*$/, ''));
    if (segments.some(isOpen)) open.push(segments);
    else exact.add(segments.join('/'));
  }
  return (path) => {
    const segments = segmentsOf(path);
    return exact.has(segments.join('/')) || open.some((pattern) => matches(pattern, segments));
  };
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

function isOpen(segment: string): boolean {
  return /[*:(]/.test(segment);
}

/** A star stands for all that follows, none included; everything else open, for one segment. */
function matches(pattern: readonly string[], path: readonly string[]): boolean {
  for (const [index, segment] of pattern.entries()) {
    if (/[*(+]$|\(/.test(segment)) return true;
    if (path[index] === undefined || (!isOpen(segment) && segment !== path[index])) return false;
  }
  return pattern.length === path.length;
}
