// What of packages is loaded otherwise than as they are. Where one is another than is known here, there is no build.

/** Loads the parser's machine code, which npm keeps in a package of its own. Node's own way to find that takes longer than a look. */
const nativeLoader = /[\\/]satteri[\\/]index\.js$/;
const ownRequire = 'createRequire(import.meta.url)';
const itsRequire = `createRequire(
  ${ownRequire}.resolve.paths('satteri')?.map((path) => path + '/satteri/index.js').find(${ownRequire}('node:fs').existsSync)
    ?? ${ownRequire}.resolve('satteri').replace(/dist.index\\.js$/, 'index.js'),
)`;

function fromItsPackage(code) {
  if (!code.includes(ownRequire)) throw new Error('satteri loads its machine code in another way');
  return code.replaceAll(ownRequire, itsRequire);
}

/** Commands of ours are no programs of their own, and the loading of what starts those takes its time. */
const commander = /[\\/]commander[\\/]lib[\\/]command\.js$/;
const startsPrograms = "require('node:child_process')";

function startingNone(code) {
  if (!code.includes(startsPrograms)) throw new Error('commander starts programs in another way');
  return code.replaceAll(startsPrograms, 'undefined');
}

/** Tables that packages make when they are loaded, for what nobody here calls. Satteri's machine code is loaded by its own index. */
export const makesTables = /[\\/]node_modules[\\/](?:jsonc-parser|satteri[\\/]dist)[\\/]/;

/** A table of entities, which its package decodes letter by letter. */
const base64 = /[\\/]entities[\\/]dist[\\/]esm[\\/]internal[\\/]decode-shared\.js$/;
const decodedFast = `export function decodeBase64(input) {
  const bytes = Uint8Array.from(Buffer.from(input, 'base64'));
  if (new Uint8Array(Uint16Array.of(1).buffer)[0] === 0) Buffer.from(bytes.buffer).swap16();
  return new Uint16Array(bytes.buffer, 0, bytes.length >> 1);
}`;

function decodingFast(code) {
  if (!/^export function decodeBase64\(input\) \{/m.test(code))
    throw new Error('entities decodes in another way');
  return decodedFast;
}

export const packages = [
  { name: 'native', transform: { filter: { id: nativeLoader }, handler: fromItsPackage } },
  { name: 'entities', transform: { filter: { id: base64 }, handler: decodingFast } },
  { name: 'commands', transform: { filter: { id: commander }, handler: startingNone } },
];
