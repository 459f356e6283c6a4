// Hooks of the loader of ES modules; see watch-run.mjs.
import { appendFileSync } from 'node:fs';

let log;

export function initialize(data) {
  ({ log } = data);
}

export async function load(url, context, next) {
  if (url.startsWith('file:')) appendFileSync(log, `${JSON.stringify(['load', url])}\n`);
  return next(url, context);
}
