/** What `make` returns, made when it is first asked for: some things take longer to make than a run that needs none of them. */
export function once<T>(make: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: make() };
    return known.value;
  };
}
