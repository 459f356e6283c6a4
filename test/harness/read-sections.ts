import type { Code, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

export interface Section {
  readonly title: string;
  /** Path → text of every fence with `file=`; `crlf` and `no-newline` behind it change its line ends. */
  readonly files: Map<string, string>;
  /** Lines of the `problems` fence; none when it is empty or absent. */
  readonly problems: string[];
  /** Path → text of every fence with `fixed=`: the file after all fixes that are safe. */
  readonly fixed: Map<string, string>;
  /** The same of `unsafely-fixed=`: after all fixes. */
  readonly unsafelyFixed: Map<string, string>;
}

/** The `##` sections of a rule's README that hold at least one file. */
export function readSections(readme: string): readonly Section[] {
  const root: Root = fromMarkdown(readme);
  const sections: Section[] = [];
  for (const node of root.children) {
    if (node.type === 'heading' && node.depth === 2) {
      const title = readme
        .slice(node.position?.start.offset, node.position?.end.offset)
        .replace(/^#+\s*/, '');
      const [files, fixed, unsafelyFixed] = [new Map(), new Map(), new Map()];
      sections.push({ title, files, problems: [], fixed, unsafelyFixed });
    }
    const section = sections.at(-1);
    if (node.type === 'code' && section) addFence(node, section);
  }
  return sections.filter(({ files }) => files.size > 0);
}

function addFence(node: Code, section: Section): void {
  if (node.lang === 'problems') {
    section.problems.push(...node.value.split('\n').filter((line) => line.trim() !== ''));
    return;
  }
  const meta = node.meta ?? '';
  const places = { file: section.files, fixed: section.fixed, 'unsafely-fixed': section.unsafelyFixed };
  for (const [word, texts] of Object.entries(places)) {
    const path = pathOf(word, meta);
    if (path === undefined) continue;
    if (texts.has(path)) throw new Error(`${section.title}: ${word}=${path} stands twice`);
    texts.set(path, textOf(node.value, meta));
  }
}

function textOf(value: string, meta: string): string {
  const flags = new Set(meta.split(/\s+/));
  const text = flags.has('no-newline') ? value : `${value}\n`;
  return flags.has('crlf') ? text.replaceAll('\n', '\r\n') : text;
}

/** `file=path`, or `file="path with spaces"`. */
function pathOf(word: string, meta: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${word}=(?:"([^"]+)"|(\\S+))`).exec(meta);
  return match?.[1] ?? match?.[2];
}
