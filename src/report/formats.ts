import { azure } from './azure.js';
import { checkstyle } from './checkstyle.js';
import type { Format } from './format.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';
import { html } from './html.js';
import { json } from './json.js';
import { jsonl } from './jsonl.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';
import { pretty } from './pretty.js';
import { rdjson } from './rdjson.js';
import { sarif } from './sarif.js';
import { unix } from './unix.js';

/** Every format by its name, the default first. */
export const formats: ReadonlyMap<string, Format> = new Map(
  [pretty, json, github, sarif, junit, gitlab, checkstyle, rdjson, unix, jsonl, azure, markdown, html].map(
    (format) => [format.name, format],
  ),
);
