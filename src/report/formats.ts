import type { Format } from './format.js';
import { github } from './github.js';
import { json } from './json.js';
import { pretty } from './pretty.js';
import { sarif } from './sarif.js';

/** Every format by its name, the default first. */
export const formats: ReadonlyMap<string, Format> = new Map(
  [pretty, json, github, sarif].map((format) => [format.name, format]),
);
