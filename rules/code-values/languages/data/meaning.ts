import type { Path, Span } from '../../../../src/rule.js';
import type { Candidate } from '../shared/choose.js';
import type { Item, Value } from '../shared/evaluate.js';
import type { Data } from './follow.js';
import type { DataNode } from './node.js';

const deepest = 20;
const most = 50_000;

/**
 * What pieces of data mean: the values of a schema, the elements of a list, the keys of an object, or what it is itself.
 * With the form `name` or `value`, an object is its keys or its values, and never a schema.
 */
export function meaningReader(
  { resolved, entriesOf }: Data,
  path: Path,
  form: string | undefined,
): (node: DataNode, label: string) => readonly Candidate[] {
  let made = 0;
  return (given, label) => {
    const node = resolved(given);
    if ('items' in node) return node.items.map((item, index) => candidate(item, `${label}[${index}]`));
    if (!('entries' in node)) return [candidate(node, label)];
    const schema = form === undefined ? schemaOf(node, new Set()) : undefined;
    if (schema) return schema.map((one, index) => candidate(one, `${label}[${index}]`));
    return entriesOf(node).map(({ key, span, value }) => ({
      path,
      span,
      name: key,
      value: { text: key },
      form: (name) => (name === 'value' ? worth(value, 0) : undefined),
    }));
  };

  function candidate(node: DataNode, label: string): Candidate {
    return { path, span: node.span, label, value: worth(node, 0), form: () => undefined };
  }

  function worth(given: DataNode, depth: number): Value {
    const node = resolved(given);
    made++;
    if ('text' in node) return { text: node.text };
    if ('none' in node) return { none: true };
    if ('unread' in node) return { unread: node.unread };
    if (depth > deepest || made > most) return { unread: 'it leads too far' };
    if ('items' in node) return { items: node.items.map((item) => itemOf(item.span, item, depth)) };
    if (!('entries' in node)) return { none: true };
    return {
      items: entriesOf(node).map(({ key, span, value }) => ({ ...itemOf(span, value, depth), name: key })),
    };
  }

  function itemOf(span: Span, node: DataNode, depth: number): Item {
    return { span, value: worth(node, depth + 1), form: () => undefined };
  }

  /** The values that a JSON Schema allows by `enum`, `const` and alternatives of these; undefined for what is none. */
  function schemaOf(given: DataNode, seen: Set<DataNode>): readonly DataNode[] | undefined {
    const node = resolved(given);
    if (seen.has(node) || !('entries' in node) || seen.size > most) return undefined;
    seen.add(node);
    const get = (name: string): DataNode | undefined => {
      const entry = entriesOf(node).find(({ key }) => key === name);
      return entry && resolved(entry.value);
    };
    const values = get('enum');
    if (values && 'items' in values) return values.items;
    const one = get('const');
    if (one && 'text' in one) return [one];
    const alternatives = get('oneOf') ?? get('anyOf') ?? get('allOf');
    if (alternatives && 'items' in alternatives) {
      const found = alternatives.items.map((item) => schemaOf(item, seen)).filter((one) => one !== undefined);
      return found.length > 0 ? found.flat() : undefined;
    }
    const items = get('items');
    return items && get('type') ? schemaOf(items, seen) : undefined;
  }
}
