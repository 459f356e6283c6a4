import { parseTree } from 'jsonc-parser';
import type { Edit, Path, Span } from '../../model.js';

interface RedirectRule {
  readonly from: string;
  readonly to: string;
  readonly toSpan: Span;
}

/** A file by which a host redirects. */
export interface RedirectFile {
  readonly path: Path;
  readonly rules: readonly RedirectRule[];
  add(rules: readonly { readonly from: string; readonly to: string }[]): readonly Edit[];
}

/** Reads the rules of a `_redirects`, a netlify.toml or a vercel.json; undefined where nothing can be added. */
export function readRules(path: Path, text: string): RedirectFile | undefined {
  if (path.endsWith('.json')) return vercel(path, text);
  return path.endsWith('.toml') ? netlify(path, text) : lines(path, text);
}

function atEnd(path: Path, text: string, added: string): readonly Edit[] {
  const end = text.length;
  return [{ path, start: end, end, text: `${text === '' || text.endsWith('\n') ? '' : '\n'}${added}` }];
}

function lines(path: Path, text: string): RedirectFile {
  const found: RedirectRule[] = [];
  for (const match of text.matchAll(/^([ \t]*([^\s#]\S*)[ \t]+)([^\s#]\S*)/gm)) {
    const [, lead = '', from = '', to = ''] = match;
    const start = match.index + lead.length;
    found.push({ from, to, toSpan: [start, start + to.length] });
  }
  return {
    path,
    rules: found,
    add: (added) => atEnd(path, text, added.map(({ from, to }) => `${from} ${to} 301\n`).join('')),
  };
}

/** Rules stand in tables of their own, each with what it is from and to. */
function netlify(path: Path, text: string): RedirectFile | undefined {
  const rules: RedirectRule[] = [];
  for (const { 0: table, index } of text.matchAll(
    /^\[\[redirects\]\][ \t]*(?:#.*)?\r?\n(?:(?![ \t]*\[)[^\n]*\n?)*/gm,
  )) {
    const from = /^[ \t]*from[ \t]*=[ \t]*["']([^"'\n]*)["']/m.exec(table)?.[1];
    const to = /^([ \t]*to[ \t]*=[ \t]*["'])([^"'\n]*)["']/m.exec(table);
    if (from === undefined || !to) continue;
    const start = index + to.index + (to[1] as string).length;
    rules.push({ from, to: to[2] as string, toSpan: [start, start + (to[2] as string).length] });
  }
  if (rules.length === 0) return undefined;
  const table = ({ from, to }: { readonly from: string; readonly to: string }): string =>
    `\n[[redirects]]\n  from = ${JSON.stringify(from)}\n  to = ${JSON.stringify(to)}\n`;
  return { path, rules, add: (added) => atEnd(path, text, added.map(table).join('')) };
}

function vercel(path: Path, text: string): RedirectFile | undefined {
  const list = parseTree(text)?.children?.find(({ children: [key] = [] }) => key?.value === 'redirects')
    ?.children?.[1];
  if (list?.type !== 'array') return undefined;
  const rules = (list.children ?? []).flatMap(({ children = [] }): RedirectRule[] => {
    const memberOf = (name: string) =>
      children.find(({ children: [key] = [] }) => key?.value === name)?.children?.[1];
    const [from, to] = [memberOf('source'), memberOf('destination')];
    if (typeof from?.value !== 'string' || typeof to?.value !== 'string') return [];
    const start = to.offset + 1;
    return [{ from: from.value, to: to.value, toSpan: [start, start + to.value.length] }];
  });
  return {
    path,
    rules,
    add(added) {
      const last = list.children?.at(-1);
      const lineStart = text.lastIndexOf('\n', last?.offset ?? 0) + 1;
      const before = text.slice(lineStart, last?.offset);
      const gap = /^[ \t]+$/.test(before) ? `\n${before}` : ' ';
      const texts = added.map(
        ({ from, to }) =>
          `{ "source": ${JSON.stringify(from)}, "destination": ${JSON.stringify(to)}, "permanent": true }`,
      );
      const at = last ? last.offset + last.length : list.offset + 1;
      const put = last ? texts.map((one) => `,${gap}${one}`).join('') : texts.join(', ');
      return [{ path, start: at, end: at, text: put }];
    },
  };
}
