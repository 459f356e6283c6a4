import { lowerCase } from './lower-case.js';
import { trim } from './trim.js';

/** Blackfriday's anchor: runs of letters and numbers in lower case, with one `-` between them. */
export function dashedWords(text: string): string {
  return lowerCase(trim(text.replaceAll(/[^\p{L}\p{N}]+/gu, '-'), '-'), 'i');
}
