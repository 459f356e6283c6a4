import type { Data } from './follow.js';
import type { DataNode } from './node.js';

/** The values that a schema allows; `open` for one that allows more than can be listed; undefined for what is no schema. */
type Allowed = readonly DataNode[] | 'open' | undefined;

const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];
const most = 20_000;
const deepest = 50;

/** Reads what a JSON Schema allows by `enum`, `const` and alternatives of these. */
export function schemaReader({ resolved, entriesOf }: Data): (given: DataNode) => Allowed {
  /** What leads back to itself is open while it is looked at. */
  const known = new Map<DataNode, Allowed>();
  let depth = 0;
  return allowed;

  function allowed(given: DataNode): Allowed {
    const node = resolved(given);
    if ('unread' in node) return [node];
    if (!('entries' in node)) return undefined;
    const own = listed(given);
    if (own) return own;
    if (known.has(node)) return known.get(node);
    if (depth > deepest || known.size > most) return 'open';
    known.set(node, 'open');
    depth++;
    const found = listed(node) ?? ofAlternatives(node) ?? ofAll(node) ?? ofType(node);
    depth--;
    known.set(node, found);
    return found;
  }

  function get(node: DataNode, name: string): DataNode | undefined {
    const entry = entriesOf(node).find(({ key }) => key === name);
    return entry && resolved(entry.value);
  }

  function listOf(node: DataNode, name: string): readonly DataNode[] | undefined {
    const list = get(node, name);
    return list && 'items' in list ? list.items : undefined;
  }

  /** What a schema says itself comes before what it refers to. */
  function listed(node: DataNode): Allowed {
    const values = listOf(node, 'enum');
    if (values) return values;
    const one = get(node, 'const');
    return one && ('text' in one || 'none' in one) ? [one] : undefined;
  }

  function ofAlternatives(node: DataNode): Allowed {
    const alternatives = listOf(node, 'oneOf') ?? listOf(node, 'anyOf');
    if (!alternatives) return undefined;
    const all = alternatives.slice(0, most).map((one) => ({ one, values: allowed(one) }));
    if (all.every(({ values }) => typeof values !== 'object')) return 'open';
    const found = all.flatMap(({ one, values }): readonly DataNode[] => {
      if (typeof values === 'object') return values;
      return isNull(resolved(one))
        ? []
        : [{ span: one.span, unread: 'it allows more than a list of values' }];
    });
    return [...new Set(found)];
  }

  /** Each of all parts may take values away. */
  function ofAll(node: DataNode): Allowed {
    const sets = listOf(node, 'allOf')
      ?.map((one) => allowed(one))
      .filter((one) => typeof one === 'object');
    const [first, ...others] = sets ?? [];
    return first && others.reduce((some, set) => some.filter(lookUp(set)), first);
  }

  function ofType(node: DataNode): Allowed {
    const type = get(node, 'type');
    const names = type && 'items' in type ? type.items : type ? [type] : [];
    const isSchema = names.some((one) => 'text' in one && types.includes(one.text));
    const items = get(node, 'items');
    const inner = isSchema && items ? allowed(items) : undefined;
    return inner ?? (isSchema || listOf(node, 'allOf') ? 'open' : undefined);
  }

  function isNull(node: DataNode): boolean {
    const type = get(node, 'type');
    return type !== undefined && ('none' in type || ('text' in type && type.text === 'null'));
  }

  function lookUp(set: readonly DataNode[]): (one: DataNode) => boolean {
    const keyOf = (one: DataNode) => {
      const node = resolved(one);
      return 'text' in node ? `=${node.text}` : 'none' in node ? 'none' : '';
    };
    const keys = new Set(set.map(keyOf));
    return (one) => keys.has(keyOf(one));
  }
}
