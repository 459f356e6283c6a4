import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { buildId } from '../cache/build-id.js';
import { userCache } from '../cache/cache-directory.js';
import { replaceFile } from '../cache/replace-file.js';

interface Kept {
  readonly place: string;
  readonly script: Script;
}

/** In characters: what is smaller is compiled as fast as it is fetched. */
const small = 3_000;
/** A script has no way to import that is more than an experiment of Node's. */
const imports = 'import(';
const month = 30 * 24 * 60 * 60 * 1000;
/** In bytes: a hash of what follows. */
const headLength = 20;

/**
 * From now on, files of ours are loaded with what V8 made of their code when an earlier run loaded them. Node does so by
 * itself from version 22 on.
 */
export function keepCode(): void {
  const build = buildId();
  const { extensions } = createRequire(import.meta.url);
  const asEver = extensions['.js'];
  if (build === undefined || asEver === undefined) return;
  const { arch, env, platform, versions } = process;
  const key = createHash('sha256').update(JSON.stringify([build, versions.v8, arch, process.execArgv]));
  const directory = join(userCache(env, platform), 'docs-lint', 'code', key.digest('hex').slice(0, 16));
  const ours = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const fresh: Kept[] = [];

  function run(module: NodeModule, file: string): unknown {
    const code = file.startsWith(ours + sep) ? readFileSync(file, 'utf8') : undefined;
    if (code === undefined || code.includes(imports)) return asEver(module, file);
    return compile(file, code).runInThisContext()(
      module.exports,
      createRequire(file),
      module,
      file,
      dirname(file),
    );
  }

  function compile(file: string, code: string): Script {
    const source = `(function (exports, require, module, __filename, __dirname) { ${code}\n})`;
    if (code.length < small) return new Script(source, { filename: file });
    const place = join(directory, createHash('sha256').update(file).digest('hex').slice(0, 16));
    const cachedData = read(place);
    const script = new Script(source, { filename: file, ...(cachedData ? { cachedData } : {}) });
    if (!cachedData || script.cachedDataRejected) fresh.push({ place, script });
    return script;
  }

  // Only what has run by then is compiled.
  process.once('exit', () => {
    for (const { place, script } of fresh) {
      const data = script.createCachedData();
      replaceFile(place, [hashOf(data), data]);
    }
    if (fresh.length > 0) removeOld(dirname(directory));
  });
  extensions['.cjs'] = run;
}

/** What other builds and other versions of Node have left, and nobody has added to for a month. */
function removeOld(directory: string): void {
  try {
    for (const name of readdirSync(directory)) {
      const file = join(directory, name);
      if (statSync(file).mtimeMs < Date.now() - month) rmSync(file, { recursive: true, force: true });
    }
  } catch {
    // Another run tidies the same directory, or nobody may.
  }
}

/** V8 does not look whether what it is given is whole. */
function read(place: string): Buffer | undefined {
  try {
    const bytes = readFileSync(place);
    const data = bytes.subarray(headLength);
    return hashOf(data).equals(bytes.subarray(0, headLength)) ? data : undefined;
  } catch {
    return undefined;
  }
}

function hashOf(data: Buffer): Buffer {
  return createHash('sha1').update(data).digest();
}
