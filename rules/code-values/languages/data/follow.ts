import { entriesReader } from './entries.js';
import type { DataFile, DataNode, Entry } from './node.js';
import { readPath, type Step } from './path.js';

const most = 20_000;
const deepest = 50;

type Followed =
  | { readonly nodes: readonly DataNode[] }
  /** The first step that leads nowhere, and the names that stand there instead. */
  | { readonly lost: number; readonly names: readonly string[] };

/** A data file with its aliases and its local `$ref`s. */
export interface Data {
  follow(steps: readonly Step[]): Followed;
  /** What an alias or a reference stands for. */
  resolved(node: DataNode): DataNode;
  /** The entries of an object, with those that it merges in and does not have itself. */
  entriesOf(node: DataNode): readonly Entry[];
}

export function openData(file: DataFile): Data {
  const known = new Map<DataNode, DataNode>();
  let depth = 0;
  const entriesOf = entriesReader(resolved);
  return { follow, resolved, entriesOf };

  function follow(steps: readonly Step[]): Followed {
    let nodes: readonly DataNode[] = file.roots;
    for (const [index, step] of steps.entries()) {
      const holders = nodes.map(resolved);
      const next = takeAll(holders, step);
      if (next.length === 0)
        return { lost: index, names: holders.flatMap((node) => entriesOf(node).map(({ key }) => key)) };
      nodes = next;
    }
    return { nodes };
  }

  function takeAll(nodes: readonly DataNode[], step: Step): DataNode[] {
    const found: DataNode[] = [];
    for (const node of nodes) {
      for (const child of take(node, step)) {
        if (found.length >= most) return found;
        found.push(child);
      }
    }
    return found;
  }

  function take(node: DataNode, step: Step): readonly DataNode[] {
    const children = () => ('items' in node ? node.items : entriesOf(node).map(({ value }) => value));
    if ('where' in step) return children().filter((child) => has(resolved(child), step.where, step.is));
    if ('all' in step) {
      if (step.all === '') return children();
      return entriesOf(node).flatMap(({ key, value }) => (key.startsWith(step.all) ? value : []));
    }
    if ('items' in node) {
      const index = /^\d{1,9}$/.test(step.key) ? Number(step.key) : node.items.length;
      return node.items.slice(index, index + 1);
    }
    const entry = entriesOf(node).findLast(({ key }) => key === step.key);
    return entry ? [entry.value] : [];
  }

  function has(node: DataNode, name: string, text: string): boolean {
    return entriesOf(node).some(({ key, value }) => {
      const found = key === name ? resolved(value) : undefined;
      return found !== undefined && 'text' in found && found.text === text;
    });
  }

  function resolved(node: DataNode): DataNode {
    const before = known.get(node);
    if (before) return before;
    const target = targetOf(node);
    known.set(node, target);
    return target;
  }

  function targetOf(node: DataNode): DataNode {
    if ('alias' in node) return within(node, () => file.anchors[node.alias]);
    const reference = 'entries' in node ? node.entries.find(({ key }) => key === '$ref')?.value : undefined;
    if (!reference || !('text' in reference)) return node;
    const { text } = reference;
    if (!text.startsWith('#')) return { span: node.span, unread: `it refers to ${text}` };
    const steps = readPath(text) ?? [];
    return within(node, () => {
      const followed = follow(steps);
      return 'nodes' in followed
        ? followed.nodes[0]
        : { span: node.span, unread: `nothing stands at ${text}` };
    });
  }

  /** What leads back to itself is known to do so while it is looked for. */
  function within(node: DataNode, look: () => DataNode | undefined): DataNode {
    const unread: DataNode = { span: node.span, unread: 'it refers to itself' };
    if (depth > deepest) return unread;
    known.set(node, unread);
    depth++;
    const target = look();
    const end = target ? resolved(target) : unread;
    depth--;
    return end;
  }
}
