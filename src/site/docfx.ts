import { isWithin, parentOf } from '../paths.js';
import type { ReadSite } from './reader.js';

/** `docfx.json`, whose directory is the docset. Beside `.openpublishing.*` it is a docset of Microsoft Learn. */
export const readDocfx: ReadSite = ({ base, host }) => {
  let learn = false;
  for (let at = base; ; at = parentOf(at)) {
    learn ||= host.list(at).some((name) => name.startsWith('.openpublishing.'));
    if (at === '' || !isWithin('', at)) break;
  }
  return { base, content: [base], dialectOptions: {}, settings: { learn } };
};
