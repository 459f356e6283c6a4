import { everything, type Query } from './query.js';

/** What is on the screen. It stands in the address, so that it can be sent, bookmarked and gone back to. */
export interface View {
  readonly tab: 'problems' | 'graph';
  readonly group: 'page' | 'rule' | 'code';
  readonly query: Query;
  /** The path of the node that is selected in the graph. */
  readonly node: string;
}

const firstView: View = { tab: 'problems', group: 'page', query: everything, node: '' };

export function addressOf({ tab, group, query, node }: View): string {
  const parts = new URLSearchParams();
  if (tab !== firstView.tab) parts.set('tab', tab);
  if (group !== firstView.group) parts.set('group', group);
  if (query.text !== '') parts.set('q', query.text);
  if (query.place !== '') parts.set('in', query.place);
  if (query.fixable) parts.set('fix', '');
  for (const severity of query.severities) parts.append('severity', severity);
  for (const name of query.names) parts.append('rule', name);
  if (node !== '') parts.set('node', node);
  return parts.size === 0 ? '#' : `#${parts}`;
}

export function viewOf(address: string): View {
  const parts = new URLSearchParams(address.replace(/^#/, ''));
  const group = parts.get('group');
  return {
    tab: parts.get('tab') === 'graph' ? 'graph' : 'problems',
    group: group === 'rule' || group === 'code' ? group : 'page',
    query: {
      text: parts.get('q') ?? '',
      severities: new Set(parts.getAll('severity')),
      names: new Set(parts.getAll('rule')),
      place: parts.get('in') ?? '',
      fixable: parts.has('fix'),
    },
    node: parts.get('node') ?? '',
  };
}
