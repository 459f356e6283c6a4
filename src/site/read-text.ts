/** JavaScript or TypeScript without its comments, strings kept; of the same length. Reads, never runs. */
export function withoutComments(source: string): string {
  return source.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\/[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g,
    (match, text: string | undefined) => (text === undefined ? match.replace(/[^\n]/g, ' ') : match),
  );
}

/** The text of `key: '…'` where it is written as a plain string; the first one in `source`. */
export function stringOf(source: string, key: string): string | undefined {
  const match = new RegExp(
    `(?:^|[\\s{,])['"]?${key}['"]?\\s*:\\s*(?:'([^'\\n]*)'|"([^"\\n]*)"|\`([^\`$\\n]*)\`)`,
  ).exec(source);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

/** Whether `key` is set at all, in whatever way. */
export function hasKey(source: string, key: string): boolean {
  return new RegExp(`(?:^|[\\s{,])['"]?${key}['"]?\\s*[:(,]`).test(source);
}

/** `key: true` or `key: false`. */
export function booleanOf(source: string, key: string): boolean | undefined {
  const match = new RegExp(`(?:^|[\\s{,])['"]?${key}['"]?\\s*:\\s*(true|false)\\b`).exec(source);
  return match ? match[1] === 'true' : undefined;
}

/** The plain strings of `key: ['…', '…']`. */
export function stringsOf(source: string, key: string): readonly string[] | undefined {
  const match = new RegExp(`(?:^|[\\s{,])['"]?${key}['"]?\\s*:\\s*\\[([^\\]]*)\\]`).exec(source);
  return match
    ? [...(match[1] as string).matchAll(/'([^']*)'|"([^"]*)"/g)].map((one) => (one[1] ?? one[2]) as string)
    : undefined;
}

/** The text between the braces of `key: { … }`, nested braces included; the first one in `source`. */
export function objectOf(source: string, key: string): string | undefined {
  const match = new RegExp(`(?:^|[\\s{,])['"]?${key}['"]?\\s*:\\s*\\{`).exec(source);
  if (!match) return undefined;
  const start = match.index + match[0].length;
  let depth = 1;
  for (let at = start; at < source.length; at++) {
    if (source[at] === '{') depth++;
    else if (source[at] === '}' && --depth === 0) return source.slice(start, at);
  }
  return undefined;
}
