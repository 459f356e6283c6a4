// Imported before the program: writes down which files it reads, which modules it loads, and what it parses.
import fs from 'node:fs';
import Module, { register, syncBuiltinESMExports } from 'node:module';
import { pathToFileURL } from 'node:url';

const log = process.env.WATCH_LOG;
const { appendFileSync } = fs;
const say = (kind, what) => appendFileSync(log, `${JSON.stringify([kind, String(what)])}\n`);

for (const [owner, names] of [
  [fs, ['readFileSync', 'openSync', 'readFile', 'open', 'createReadStream']],
  [fs.promises, ['readFile', 'open']],
]) {
  for (const name of names) {
    const original = owner[name];
    owner[name] = function watched(file, ...rest) {
      if (typeof file === 'string' || file instanceof URL) say('read', file);
      return original.call(this, file, ...rest);
    };
  }
}
syncBuiltinESMExports();

const { load } = Module.prototype;
Module.prototype.load = function watched(file) {
  if (!file.endsWith('.node')) say('load', pathToFileURL(file));
  load.call(this, file);
  if (!file.endsWith('.node')) return;
  for (const name of ['createMdastHandle', 'createMdxMdastHandle']) {
    const parse = this.exports[name];
    this.exports[name] = (text, ...rest) => {
      say('parse', text);
      return parse(text, ...rest);
    };
  }
};

register('./watch-loads.mjs', import.meta.url, { data: { log } });
