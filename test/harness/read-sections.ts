import type { Code, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

export interface Section {
  readonly title: string;
  /** Path → text of every fence with `file=`; `crlf` and `no-newline` behind it change its line ends. */
  readonly files: ReadonlyMap<string, string>;
  /** Lines of the `problems` fence; none when it is empty or absent. */
  readonly problems: readonly string[];
}

/** The `##` sections of a rule's README that hold at least one file. */
export function readSections(readme: string): readonly Section[] {
  const root: Root = fromMarkdown(readme);
  const sections: { title: string; files: Map<string, string>; problems: string[] }[] = [];
  for (const node of root.children) {
    if (node.type === 'heading' && node.depth === 2) {
      const title = readme
        .slice(node.position?.start.offset, node.position?.end.offset)
        .replace(/^#+\s*/, '');
      sections.push({ title, files: new Map(), problems: [] });
    }
    const section = sections.at(-1);
    if (node.type === 'code' && section) addFence(node, section);
  }
  return sections.filter(({ files }) => files.size > 0);
}

function addFence(
  node: Code,
  section: { files: Map<string, string>; problems: string[]; title: string },
): void {
  if (node.lang === 'problems') {
    section.problems.push(...node.value.split('\n').filter((line) => line.trim() !== ''));
    return;
  }
  const file = fileOf(node.meta ?? '');
  if (file === undefined) return;
  if (section.files.has(file)) throw new Error(`${section.title}: ${file} stands twice`);
  const flags = new Set((node.meta ?? '').split(/\s+/));
  const text = flags.has('no-newline') ? node.value : `${node.value}\n`;
  section.files.set(file, flags.has('crlf') ? text.replaceAll('\n', '\r\n') : text);
}

/** `file=path`, or `file="path with spaces"`. */
function fileOf(meta: string): string | undefined {
  const match = /(?:^|\s)file=(?:"([^"]+)"|(\S+))/.exec(meta);
  return match?.[1] ?? match?.[2];
}
