import { once } from '../once.js';

const names = once(() => new Intl.DisplayNames(['en'], { type: 'language' }));

/** Whether a directory is named as a language: `en`, `pt-br`. */
export function isLanguage(name: string): boolean {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(name)) return false;
  try {
    return names().of(name) !== names().of(name)?.toLowerCase();
  } catch {
    return false;
  }
}
