import { isLike } from './is-like.js';

/** A path from its first slash on, up to what no path holds; parameters of any form are part of it. */
export function pathAt(text: string, start: number): string {
  const pattern =
    /(?:<[^<>\s]{1,60}(?: [^<>\s]{1,60}){0,6}>|\{[^{}\s]{1,60}\}|[\w/\-.~%!$&+;:@*…[\]]){1,500}/y;
  pattern.lastIndex = start;
  const path = pattern.exec(text)?.[0] ?? '';
  // What goes on behind that is no route.
  if (path.length >= 500) return '';
  return path.replace(/[.,;:!&\]]{1,9}$/, (end) => (/^(?:\.\.\.|\])/.test(end) ? end : ''));
}

/** What stands right before a path, up to white space or a quote. */
export function hostBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 200), at);
  return /[^\s"'`(,;=|]*$/.exec(before)?.[0] ?? '';
}

/** Whether a path that stands behind this is one of ours: nothing at all, or one of the hosts. */
export function isHost(written: string, hosts: readonly string[]): boolean {
  const host = written.replace(/^[a-z]{1,10}:\/\//, '');
  return host === '' ? written === '' : hosts.some((one) => isLike(host, one) || isLike(written, one));
}
