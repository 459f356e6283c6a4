import { pathToFileURL } from 'node:url';

/** Something that a module of the workspace exports by default, or that is inside of that. */
export type CodeRef = {
  /** Absolute. */
  readonly path: string;
  readonly at?: readonly (string | number)[];
};

/** Runs the module, once in a thread. Throws what it throws. */
export async function importCode({ path, at = [] }: CodeRef): Promise<unknown> {
  let value = (await import(pathToFileURL(path).href)).default;
  for (const key of at) value = (await value)?.[key];
  return value;
}
