import { linePattern, lineStarts, type Path } from '../../src/rule.js';
import type { CodeName, Found, SourceFacts } from './facts.js';
import { kindOf } from './kinds/index.js';
import type { CaseName, DeclaredOption, KindOption, Options } from './options.js';
import { isNamed, isSource } from './source-files.js';

/** The names that a source file holds, for each kind whose source it is. */
export function readSource(text: string, path: Path, { kinds }: Options): SourceFacts {
  const found: [string, Found][] = [];
  for (const [id, option] of Object.entries(kinds)) {
    const isDeclaring = declares(path, option);
    if (!isDeclaring && !isSource(path, option)) continue;
    const kind = kindOf(id, option);
    if ('wrong' in kind) continue;
    const read = kind.read(text, path);
    const declared = isDeclaring && option.declared ? declaredIn(text, read, option.declared) : undefined;
    found.push([id, { ...read, ...(declared ? { declared } : {}) }]);
  }
  return { kind: 'source', found: Object.fromEntries(found) };
}

/** Whether a file is one that declares all names. */
export function declares(path: Path, option: KindOption): boolean {
  const { declared, exclude } = option;
  if (!declared) return false;
  return declared.sources === undefined
    ? isSource(path, option)
    : isNamed(path, declared.sources) && !isNamed(path, exclude);
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
