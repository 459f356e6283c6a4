import { go } from './go.js';
import type { Language } from './language.js';

/** Every language, by the extension of its files. */
export const languages: readonly Language[] = [go];

export type { Constant, Language, Package } from './language.js';

export function languageOf(path: string): Language | undefined {
  return languages.find(({ extension }) => path.endsWith(extension));
}
