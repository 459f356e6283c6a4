/** Numbers a taken slug `-1`, `-2` … until it is free, or from another number on. */
export function searchFree(from = 1): { unique(slug: string): string; claim(id: string): void } {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return {
    unique(slug) {
      if (!taken.has(slug)) {
        taken.add(slug);
        return slug;
      }
      let id = slug;
      let number = next.get(slug) ?? from;
      while (taken.has(id)) id = `${slug}-${number++}`;
      next.set(slug, number);
      taken.add(id);
      return id;
    },
    claim(id) {
      taken.add(id);
    },
  };
}
