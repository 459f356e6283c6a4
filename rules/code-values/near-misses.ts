import { isSlip, nearest } from '../../src/rule.js';
import type { Named } from './compare.js';
import type { Listed } from './listing.js';

/** Pairs of values beyond which near ones are not searched for. */
const most = 1_000_000;
/** Beyond this, a text is no name, and nothing is near to it. */
const longest = 200;

/** What the docs have and the code has not, held to what was probably meant. */
export interface NearMisses {
  /** The nearest value of the code; one that the docs lack goes before the others. */
  meant(phantom: Listed): Named | undefined;
  /** The value of the docs that is a slip of the pen for one that they lack: each is the other's nearest. */
  slipFor(absent: Named): Listed | undefined;
  /** Whether nothing else can have been meant. */
  isSure(phantom: Listed): boolean;
}

export function nearMisses(
  phantoms: readonly Listed[],
  names: ReadonlyMap<string, Named>,
  absent: readonly Named[],
): NearMisses {
  const isSearchable = names.size * phantoms.length < most;
  const isShort = (text: string) => text.length <= longest;
  const candidates = new Set([...absent.map(({ name }) => name), ...names.keys()].filter(isShort));
  const first = new Map<string, Listed>();
  for (const phantom of phantoms) {
    if (isShort(phantom.value) && !first.has(phantom.value)) first.set(phantom.value, phantom);
  }
  const found = new Map<string, string | undefined>();
  for (const value of isSearchable ? first.keys() : []) found.set(value, nearest(value, candidates));
  const slips = new Map<string, Listed>();
  for (const { name } of isSearchable ? absent : []) {
    if (!isShort(name)) continue;
    const phantom = first.get(nearest(name, first.keys()) ?? '');
    if (phantom && found.get(phantom.value) === name) slips.set(name, phantom);
  }
  return {
    meant: ({ value }) => names.get(found.get(value) ?? ''),
    slipFor: ({ name }) => slips.get(name),
    isSure({ value }) {
      const meant = found.get(value);
      return meant !== undefined && isSlip(value, meant, candidates);
    },
  };
}
