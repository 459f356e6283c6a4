import type { Grammar, Outline } from './symbol.js';

/** By indentation. */
export const python: Grammar = {
  declared({ masked, depths }, name, [from, to]) {
    const declaration = new RegExp(
      `^\\s*(?:(?:async\\s+)?def|class)\\s+${name}\\b|^\\s*${name}\\s*(?::[^=]*)?=(?!=)|^\\s*type\\s+${name}\\b`,
      'u',
    );
    const found: number[] = [];
    for (let line = from; line <= to; line++) {
      if (
        depths[line - 1] === 0 &&
        masked[line - 1]?.includes(name.at(-1) as string) &&
        declaration.test(masked[line - 1] as string)
      )
        found.push(line);
    }
    const least = Math.min(...found.map((line) => indent(masked, line)));
    return found.filter((line) => indent(masked, line) === least);
  },
  end(outline, line) {
    const { masked, depths } = outline;
    let end = statementEnd(outline, line);
    if (
      !/:\s*$/.test(masked[end - 1] as string) ||
      !/^\s*(?:async\s|def\s|class\s)/.test(masked[line - 1] as string)
    )
      return end;
    const own = indent(masked, line);
    for (let next = end + 1; next <= masked.length; next++) {
      const isInside = depths[next - 1] !== 0 || isBlank(masked, next) || indent(masked, next) > own;
      if (!isInside) break;
      if (depths[next - 1] !== 0 || !isBlank(masked, next)) end = next;
    }
    return end;
  },
};

function statementEnd({ masked, depths }: Outline, line: number): number {
  let end = line;
  while (end < masked.length && (depths[end] !== 0 || /\\$/.test(masked[end - 1] as string))) end++;
  return end;
}

function indent(masked: readonly string[], line: number): number {
  const text = masked[line - 1] ?? '';
  return text.length - text.trimStart().length;
}

function isBlank(masked: readonly string[], line: number): boolean {
  return (masked[line - 1] ?? '').trim() === '';
}
