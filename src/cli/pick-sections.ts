import type { Root, RootContent } from 'mdast';

/** Sections that show one code, on a page of many. */
const most = 3;

export interface Picked {
  readonly nodes: readonly RootContent[];
  /** How many more sections show the code. */
  readonly more: number;
}

/** What the page of a rule has about one of its codes: what its introduction says, and the first sections that yield it. */
export function pickSections({ children }: Root, rule: string, code: string): Picked {
  const starts = children.flatMap((node, index) =>
    node.type === 'heading' && node.depth === 2 ? [index] : [],
  );
  const sections = starts.map((start, index) => children.slice(start, starts[index + 1]));
  const intro = children.slice(1, starts[0]).filter((node) => node.type === 'paragraph' && names(node, code));
  const showing = sections.filter((nodes) => nodes.some((node) => yields(node, `${rule}/${code}`)));
  return {
    nodes: [...intro, ...showing.slice(0, most).flat()],
    more: Math.max(0, showing.length - most),
  };
}

function names(node: RootContent, code: string): boolean {
  if (node.type === 'inlineCode') return node.value === code;
  return 'children' in node && (node.children as RootContent[]).some((child) => names(child, code));
}

function yields(node: RootContent, name: string): boolean {
  return (
    node.type === 'code' &&
    node.lang === 'problems' &&
    node.value.split('\n').some((line) => line.split(' ').includes(name))
  );
}
