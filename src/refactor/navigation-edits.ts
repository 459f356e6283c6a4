import type { Edit, Move, Path, Project } from '../model.js';
import { join, nameOf, normalize, parentOf, relative, relocated } from '../paths.js';
import { docsDirectory } from './redirects/docs-directory.js';

/** A path in a navigation: of a list entry, or behind a title. */
const entry =
  /^([ \t]*-[ \t]+(?:(?:"[^"\n]*"|'[^'\n]*'|[^\s"'#][^:\n]*):[ \t]+)?["']?)([^\s"'#][^"'#\n]*?)["']?[ \t]*(?:#.*)?\r?$/gm;
const href = /^([ \t]*(?:-[ \t]+)?(?:href|topicHref|tocHref|homepage):[ \t]+["']?)([^\s"'#?]+)/gm;

/** The edits of navigations in YAML that name what is moved: the `nav` of an mkdocs.yml, DocFX' toc.yml. */
export function navigationEdits(before: Project, move: Move): readonly Edit[] {
  return before.workspaceFiles().flatMap((path) => {
    const name = nameOf(path);
    if (/^toc\.ya?ml$/i.test(name)) {
      const text = before.text(path) ?? '';
      return edits({ path, text, from: 0, pattern: href, base: parentOf(path) }, before, move);
    }
    if (!/^mkdocs\.ya?ml$/.test(name)) return [];
    const text = before.text(path) ?? '';
    const nav = /^nav:[ \t]*(?:#.*)?\r?\n((?:[ \t]*-[^\n]*\n?|[ \t]+[^\n]*\n?|[ \t]*\r?\n)*)/m.exec(text);
    if (!nav) return [];
    const from = nav.index + nav[0].length - (nav[1] as string).length;
    const part = text.slice(0, from + (nav[1] as string).length);
    return edits({ path, text: part, from, pattern: entry, base: docsDirectory(path, text) }, before, move);
  });
}

interface Part {
  readonly path: Path;
  readonly text: string;
  /** Where it begins. */
  readonly from: number;
  readonly pattern: RegExp;
  /** Where its paths begin. */
  readonly base: Path;
}

function edits({ path, text, from, pattern, base }: Part, before: Project, move: Move): Edit[] {
  const baseAfter = relocated(move, base);
  return [...text.slice(from).matchAll(pattern)].flatMap(
    ([, lead = '', written = ''], index, all): Edit[] => {
      const target = normalize(join(base, written));
      if (target === undefined || written.startsWith('/') || before.has(target) === undefined) return [];
      const to = relocated(move, target);
      if (to === target && baseAfter === base) return [];
      const way = relative(join(baseAfter, 'x'), to) + (written.endsWith('/') ? '/' : '');
      if (way === written || /["'#:\n]/.test(way)) return [];
      const start = from + (all[index]?.index ?? 0) + lead.length;
      return [{ path, start, end: start + written.length, text: way }];
    },
  );
}
