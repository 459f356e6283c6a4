import { parentOf } from '../paths.js';
import type { ReadSite } from './reader.js';

/** What the router needs. */
export type DocfxSettings = {
  /** Whether it is a docset of Microsoft Learn, which `.openpublishing.*` beside or above it tells. */
  readonly learn: boolean;
};

/** `docfx.json`, whose directory is the docset. */
export const readDocfx: ReadSite = ({ base, host, roots }) => {
  let learn = false;
  for (let at = base; ; at = parentOf(at)) {
    learn ||= host.list(at).some((name) => name.startsWith('.openpublishing.'));
    if (at === '') break;
  }
  const settings: DocfxSettings = { learn };
  return { base, content: roots ?? [base], dialectOptions: {}, settings };
};
