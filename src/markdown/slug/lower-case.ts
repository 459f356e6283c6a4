/**
 * Lower case as languages other than JavaScript have it: without the final form of sigma, and with a capital
 * dotted I as `dotted`, which by Unicode's full mapping is two characters.
 */
export function lowerCase(text: string, dotted = 'i\u0307'): string {
  if (!text.includes('Σ') && !text.includes('İ')) return text.toLowerCase();
  return text
    .replaceAll('Σ', 'σ')
    .split('İ')
    .map((part) => part.toLowerCase())
    .join(dotted);
}
