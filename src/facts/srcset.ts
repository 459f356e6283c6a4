/** The urls of a `srcset` attribute, without their descriptors. A comma inside a url needs no space after it. */
export function srcsetUrls(value: string): string[] {
  return value
    .split(/,\s+|,$/)
    .map((candidate) => candidate.trim().split(/\s+/)[0] as string)
    .filter((url) => url !== '' && !url.startsWith('{'));
}
