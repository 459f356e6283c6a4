import type { Path, Span } from '../../../../src/rule.js';
import type { Candidate } from '../shared/choose.js';
import type { Item, Value } from '../shared/value.js';
import type { Data } from './follow.js';
import type { DataNode } from './node.js';
import { schemaReader } from './schema.js';

const open =
  'it is a schema that allows more than a list of values. For its keys, say by the option `value` that `name` is meant';
const deepest = 20;
const most = 50_000;

/**
 * What pieces of data mean: the values of a schema, the elements of a list, the keys of an object, or what it is itself.
 * With the form `name` or `value`, an object is its keys or its values, and never a schema.
 */
export function meaningReader(
  data: Data,
  path: Path,
  form: string | undefined,
): (node: DataNode, label: string) => readonly Candidate[] {
  const { resolved, entriesOf } = data;
  const schemaValues = schemaReader(data);
  let made = 0;
  return (given, label) => {
    const node = resolved(given);
    if ('items' in node) return node.items.map((item, index) => candidate(item, `${label}[${index}]`));
    if (!('entries' in node)) return [candidate(node, label)];
    const schema = form === undefined ? schemaValues(given) : undefined;
    if (schema === 'open') return [candidate({ span: node.span, unread: open }, label)];
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
}
