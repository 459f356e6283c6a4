import { type Taken, takeAttributes } from './take-attributes.js';

const id = /^[^\s!"#$%&'()*+,/;<=>?@[\\\]^`{|}~]+$/;

/** Goldmark, of Hugo and Gitea, allows no punctuation in an id but `_`, `-`, `:` and `.`. */
export function takeGoldmark(text: string): Taken | undefined {
  return takeAttributes(text, { id });
}
