import type { Path } from '../model.js';
import type { Host } from './host.js';

/** A host in which some files have another text. */
export function overlay(host: Host, texts: ReadonlyMap<Path, string>): Host {
  return { ...host, read: (path, how) => texts.get(path) ?? host.read(path, how) };
}
