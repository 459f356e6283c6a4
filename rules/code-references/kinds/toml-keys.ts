import type { DataKey } from './data-key.js';

/** The keys of TOML, a line at a time. */
export function tomlKeys(text: string): DataKey[] {
  const keys: DataKey[] = [];
  let [table, at] = ['', 0];
  for (const line of text.split('\n')) {
    const head = /^\s{0,20}\[{1,2}\s{0,20}([\w."-]{1,200})\s{0,20}\]/.exec(line)?.[1];
    const key = /^(\s{0,20})([\w."-]{1,200})\s{0,20}=/.exec(line);
    if (head !== undefined) {
      table = head.replaceAll('"', '');
      const start = at + line.indexOf(head);
      keys.push({ path: table, above: '', span: [start, start + head.length], holds: 'keys' });
    } else if (key) {
      const name = (key[2] as string).replaceAll('"', '');
      const start = at + (key[1] as string).length;
      const isOpen = /^[^=]{0,250}=\s{0,20}(?:\{\s{0,20}\}|\[)/.test(line);
      keys.push({
        path: table === '' ? name : `${table}.${name}`,
        above: table,
        span: [start, start + (key[2] as string).length],
        holds: isOpen ? 'anything' : 'value',
      });
    }
    at += line.length + 1;
  }
  return keys;
}
