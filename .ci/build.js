// Writes `dist`: the types file by file, and the code in as few files as load fast.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { rolldown } from 'rolldown';
import { makesTables, packages } from './packages.js';

const load = createRequire(import.meta.url);

rmSync('dist', { recursive: true, force: true });
const typescript = dirname(load.resolve('typescript/package.json'));
const { status } = spawnSync(process.execPath, [join(typescript, 'bin/tsc'), '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);

const ids = readdirSync('rules').sort();
const rules = ids.map((id) => `rules/${id}/index`);
/** All rules at once: most runs need them. */
const allRules = 'rules/index';
const manifestSchema = 'rules/manifest/shape/coder-schema';
/** What other programs import, and so are modules as they are. */
const published = ['src/index', 'src/rule'];
const entries = [
  'src/cli/main',
  ...published,
  'src/engine/thread',
  'src/session/config-schema',
  ...rules,
  manifestSchema,
];
/** What is loaded together is one file, as each file takes its time. The first group is all that a run needs in which nothing changed. */
const groups = [
  {
    name: 'answer',
    test: /[\\/]src[\\/](?:trace[\\/](?!traced-world|noticing-world|asks-by-hash)|cache[\\/](?:answers|build-id|cache-directory|replace-file|stored-file)\.ts|cli[\\/](?:answer|kept-code|optimize-later)\.ts)/,
    priority: 4,
  },
  // What imports at run time is a small file: it is loaded by Node alone.
  { name: 'import-file', test: /[\\/]src[\\/]import-file\.ts$/, priority: 4 },
  { name: 'leaves', test: /[\\/]src[\\/][\w-]+\.ts$/, minShareCount: 2, priority: 3 },
  // A thread loads one rule alone.
  { name: 'rules', test: /[\\/]rules[\\/](?!markdownlint[\\/])/, minShareCount: 2, priority: 3 },
  {
    name: 'report',
    test: /[\\/]src[\\/]report[\\/]|[\\/](?:chalk|get-east-asian-width)[\\/]/,
    minShareCount: 2,
    priority: 2,
  },
  {
    name: 'tree',
    test: /[\\/]src[\\/](?:engine|host|site|project|facts|config|markdown|source|pattern|session)[\\/]|[\\/]node_modules[\\/](?!ajv|commander|yaml|satteri|mdast|micromark)/,
    minShareCount: 3,
    priority: 1,
  },
];

const virtualRules = {
  name: 'rules',
  resolveId: (id) => (id === allRules ? id : undefined),
  load: (id) =>
    id === allRules
      ? `${ids.map((one, index) => `import rule${index} from ${JSON.stringify(resolve('rules', one, 'index.ts'))};`).join('\n')}
export default new Map([${ids.map((one, index) => `['${one}', rule${index}]`).join(', ')}]);`
      : undefined,
};

const bundle = await rolldown({
  input: { ...Object.fromEntries(entries.map((name) => [name, `${name}.ts`])), [allRules]: allRules },
  platform: 'node',
  resolve: { mainFields: ['module', 'main'] },
  external: /^(?:markdownlint|mdast-util|micromark|node:)/,
  treeshake: { moduleSideEffects: [{ test: makesTables, sideEffects: false }] },
  plugins: [virtualRules, ...packages],
});
const { output } = await bundle.write({
  dir: 'dist',
  format: 'cjs',
  exports: 'named',
  entryFileNames: '[name].cjs',
  chunkFileNames: 'src/chunks/[name]-[hash].cjs',
  codeSplitting: { groups },
  comments: false,
});
for (const { fileName, code } of output) writeFileSync(`dist/${fileName}`, inAscii(requiring(code)));
for (const name of published) {
  const { exports } = output.find(({ fileName }) => fileName === `${name}.cjs`);
  const file = `./${basename(name)}.cjs`;
  writeFileSync(
    `dist/${name}.js`,
    `import built from '${file}';\n\nexport const { ${exports.join(', ')} } = built;\n`,
  );
}

/** The page of the HTML report: one script that needs nothing beside it, and its style. */
const page = await rolldown({
  input: 'src/browser/main.tsx',
  platform: 'browser',
});
const { output: pageOutput } = await page.generate({ format: 'iife', minify: true });
const script = pageOutput[0].code.trim().replaceAll('</', '<\\/');
writeFileSync(
  'dist/browser.json',
  JSON.stringify({ script, style: readFileSync('src/browser/style.css', 'utf8') }),
);
writeFileSync('dist/licenses.txt', licences([...output, ...pageOutput]));

// Editors read it where npm puts the package, and it is never older than the rules beside it.
const { builtInSchema, publishedSchema } = load('../dist/src/session/config-schema.cjs');
writeFileSync('config.schema.json', `${JSON.stringify(await publishedSchema())}\n`);

const { rules: known, schema } = await builtInSchema();
const both = `module.exports = { rules: ${JSON.stringify(known)}, isValid: module.exports };`;
writeFileSync('dist/src/chunks/config-schema.cjs', `${codeOf(schema)}\n${both}\n`);

const { coderSchema } = load(`../dist/${manifestSchema}.cjs`);
writeFileSync('dist/src/chunks/coder-schema.cjs', codeOf(coderSchema));

/** What ajv would compile a schema to at run time; it says yes or no, and not why. */
function codeOf(schema) {
  const ajv = new Ajv({ strict: false, ownProperties: true, validateFormats: false, code: { source: true } });
  return (standalone.default ?? standalone)(ajv, ajv.compile(schema));
}

/** Each file of CommonJS has what a module makes itself a `require` for. */
function requiring(code) {
  return code.replaceAll(
    /\(0, [\w$]+\.createRequire\)\(require\("url"\)\.pathToFileURL\(__filename\)\.href\)/g,
    'require',
  );
}

/** What is ASCII alone Node reads in half the time, and V8 keeps in half the room. Escapes mean the same in strings, templates and patterns. */
function inAscii(code) {
  if (code.includes('String.raw`')) throw new Error('String.raw takes escapes as they are');
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The licences of the packages whose code is in the bundle, as they ask for. */
function licences(chunks) {
  const modules = chunks.flatMap(({ moduleIds = [] }) => moduleIds);
  const folders = modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []);
  const texts = [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`${name} has no licence file`);
    return `${name} ${version}, ${license}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

const hash = createHash('sha256');
for (const name of readdirSync('dist', { recursive: true, encoding: 'utf8' }).sort()) {
  if (/\.c?js$|^browser\.json$/.test(name))
    hash
      .update(`${name}
`)
      .update(readFileSync(join('dist', name)));
}
writeFileSync('dist/build-id', hash.digest('hex'));
