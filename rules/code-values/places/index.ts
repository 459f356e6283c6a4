import { codeBlock } from './code-block.js';
import { codeSpans } from './code-spans.js';
import { definitions } from './definitions.js';
import { list } from './list.js';
import type { Place } from './place.js';
import { sentence } from './sentence.js';
import { table } from './table.js';

/** Every kind of place, save for headings, which every page's facts hold anyway. */
export const places: readonly Place[] = [list, table, codeSpans, definitions, codeBlock, sentence];
