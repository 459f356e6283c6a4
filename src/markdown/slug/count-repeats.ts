/** Numbers a repeated slug `-1`, `-2` … by how often it came before, even where another heading has that id. */
export function countRepeats(): (slug: string) => string {
  const seen = new Map<string, number>();
  return (slug) => {
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times === 0 ? slug : `${slug}-${times}`;
  };
}
