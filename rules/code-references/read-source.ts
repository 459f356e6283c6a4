import { linePattern, lineStarts, type Path } from '../../src/rule.js';
import type { CodeName, Found, SourceFacts } from './facts.js';
import { kindOf } from './kinds/index.js';
import type { CaseName, DeclaredOption, Options } from './options.js';
import { isNamed } from './source-files.js';

/** The names that a source file holds, for each kind whose source it is. */
export function readSource(text: string, path: Path, { kinds }: Options): SourceFacts {
  const entries = Object.entries(kinds);
  // All that is read here is a source of some kind, so that one list of patterns needs no look at them.
  const isOne = new Set(entries.map(([, { sources }]) => JSON.stringify(sources))).size === 1;
  const found = entries.flatMap(([id, option]): [string, Found][] => {
    const { sources, declared } = option;
    const isSource = (isOne && declared?.sources === undefined) || isNamed(sources)(path);
    const isDeclaring =
      declared && (declared.sources === undefined ? isSource : isNamed(declared.sources)(path));
    const kind = isSource || isDeclaring ? kindOf(id, option) : undefined;
    if (!kind || 'wrong' in kind) return [];
    const read = kind.read(text, path);
    return [[id, isDeclaring ? { ...read, declared: declaredIn(text, read, declared) } : read]];
  });
  return { kind: 'source', found: Object.fromEntries(found) };
}

function declaredIn(
  text: string,
  { names }: Found,
  { pattern, group, as, case: style }: DeclaredOption,
): CodeName[] {
  if (pattern === undefined) return names.filter(([, , , isWhole]) => isWhole);
  const compiled = linePattern(pattern, group);
  if ('wrong' in compiled) return [];
  const found = new Map<string, CodeName>();
  const starts = lineStarts(text);
  for (const [index, start] of starts.entries()) {
    const line = text.slice(start, starts[index + 1]).replace(/[\r\n]{1,2}$/, '');
    for (const [from, to] of compiled.matches(line)) {
      const written = styled(line.slice(from, to), style);
      const name = as?.replace('*', () => written) ?? written;
      if (!found.has(name)) found.set(name, [name, start + from, start + to, 1]);
    }
  }
  return [...found.values()];
}

/** A word of code as the names are written that are made of it. */
function styled(word: string, style: CaseName | undefined): string {
  if (style === undefined) return word;
  const words = word
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[\s_.-]+/)
    .filter((one) => one !== '');
  const joined = words.join(style === 'kebab' ? '-' : '_');
  return style === 'upper' ? joined.toUpperCase() : joined.toLowerCase();
}
