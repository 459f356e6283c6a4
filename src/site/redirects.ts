import type { Host } from '../host/host.js';
import type { Json, Path } from '../model.js';
import { join } from '../paths.js';
import { readToml } from '../toml.js';

/**
 * The paths that the redirect files of a host answer: `_redirects` and netlify.toml, vercel.json. A rule for every
 * path says nothing about any of them, and is left out.
 */
export function redirectedPaths(host: Host, directories: readonly Path[]): readonly string[] {
  const found = [...new Set(directories)].flatMap((directory) => [
    ...fromLines(textOf(host, join(directory, '_redirects'))),
    ...fromNetlify(textOf(host, join(directory, 'netlify.toml'))),
    ...fromVercel(textOf(host, join(directory, 'vercel.json'))),
  ]);
  return [...new Set(found)].filter(
    (path) => path.startsWith('/') && !/^\/(?:\*|\(\.\*\)|:\w+\*)?$/.test(path),
  );
}

function textOf(host: Host, path: Path): string {
  return host.has(path) === 'file' ? (host.read(path) ?? '') : '';
}

function fromLines(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [from = '', to] = line.trim().split(/\s+/);
    return from === '' || from.startsWith('#') || to === undefined ? [] : [from];
  });
}

function fromNetlify(text: string): string[] {
  return text.includes('redirects') ? stringsOf(readToml(text).redirects, 'from') : [];
}

function fromVercel(text: string): string[] {
  try {
    const { redirects, rewrites } = JSON.parse(text) as { readonly [key: string]: Json | undefined };
    return [...stringsOf(redirects, 'source'), ...stringsOf(rewrites, 'source')];
  } catch {
    return [];
  }
}

function stringsOf(list: Json | undefined, key: string): string[] {
  if (!Array.isArray(list)) return [];
  return (list as readonly Json[]).flatMap((entry) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return [];
    const value = (entry as { readonly [key: string]: Json | undefined })[key];
    return typeof value === 'string' ? [value] : [];
  });
}
