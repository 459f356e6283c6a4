import { dialectNames } from '../markdown/slug/index.js';

/** What `site.generator` may be. */
export const generators: readonly string[] = ['auto', ...dialectNames];
