// Writes `dist`: the types file by file, and the code in as few files as load fast.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';

rmSync('dist', { recursive: true, force: true });
const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
const { status } = spawnSync(process.execPath, [join(typescript, 'bin/tsc'), '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);

const rules = readdirSync('rules').map((id) => `rules/${id}/index`);
const entries = ['src/cli/main', 'src/index', 'src/rule', 'src/engine/thread', ...rules];
const bundle = await rolldown({
  input: Object.fromEntries(entries.map((name) => [name, `${name}.ts`])),
  platform: 'node',
  external: /^[^./]/,
});
await bundle.write({ dir: 'dist', format: 'esm', chunkFileNames: 'src/chunks/[name]-[hash].js' });

const hash = createHash('sha256');
for (const name of readdirSync('dist', { recursive: true, encoding: 'utf8' }).sort()) {
  if (name.endsWith('.js')) hash.update(`${name}\n`).update(readFileSync(join('dist', name)));
}
writeFileSync('dist/build-id', hash.digest('hex'));
