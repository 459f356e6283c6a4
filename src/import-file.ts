import { pathToFileURL } from 'node:url';

/** Imports a file of this machine; again for each `generation`. */
export function importFile(path: string, generation?: number): Promise<Readonly<Record<string, unknown>>> {
  const { href } = pathToFileURL(path);
  return import(/* @vite-ignore */ generation === undefined ? href : `${href}?generation=${generation}`);
}
