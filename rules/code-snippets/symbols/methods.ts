import type { Outline } from './symbol.js';

interface Method {
  readonly line: number;
  /** Whether the line begins a block that may hold it. */
  readonly within: boolean;
}

/** Where methods of a type are declared that stand outside of it: Go's by their receiver, Rust's in a block of their own. */
export function methods({ masked }: Outline, path: string, type: string, name: string): Method[] {
  const isGo = path.endsWith('.go');
  const pattern = isGo
    ? new RegExp(`^func\\s*\\(\\s*(?:\\w+\\s+)?\\*?${type}(?:\\[[^\\]]*\\])?\\s*\\)\\s*${name}\\b`, 'u')
    : new RegExp(`^\\s*(?:unsafe\\s+)?impl\\b[^{]*\\b${type}\\b`, 'u');
  return masked.flatMap((text, index) =>
    text.length <= 2000 && text.includes(type) && pattern.test(text)
      ? [{ line: index + 1, within: !isGo }]
      : [],
  );
}
