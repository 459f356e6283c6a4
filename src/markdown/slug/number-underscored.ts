/**
 * The id that is tried after one that is taken or empty: `foo_1` after `foo`, `foo_3` after `foo_2`. Python reads
 * no number of more than 4,300 digits.
 */
function successor(id: string): string {
  const line = id.lastIndexOf('_');
  const number = id.slice(line + 1);
  return line >= 0 && /^\d{1,4300}$/.test(number) ? `${id.slice(0, line)}_${BigInt(number) + 1n}` : `${id}_1`;
}

/** Numbers a slug that is empty or taken the way Python-Markdown does. */
export function numberUnderscored(declared: Iterable<string>): (slug: string) => string {
  const taken = new Set(['', ...declared]);
  const shortcuts = new Map<string, string>();
  return (slug) => {
    const passed: string[] = [];
    let id = slug;
    while (taken.has(id)) {
      passed.push(id);
      id = shortcuts.get(id) ?? successor(id);
    }
    for (const one of passed) shortcuts.set(one, id);
    taken.add(id);
    return id;
  };
}
