import { extname, join } from 'node:path';
import { UserError } from '../errors.js';
import type { Failure, Path } from '../model.js';
import type { World } from '../trace/world.js';
import { decode } from './decode.js';
import { readBatch } from './read-batch.js';
import { lfsObjects } from './repository.js';

/** A file as git keeps it: its id, and a directory of the repository that has it. */
export interface Blob {
  readonly id: string;
  readonly root: string;
}

/** How many of its kind are read with a file at first, and how many times more each time: whoever asks for many asks seldom. */
const first = 8;
const growth = 4;

/**
 * Texts of files that git keeps, each asked for by path. Pages are all read at the first of them, files of another
 * kind in batches that grow. What git should have and does not is in `failures`.
 */
export function blobTexts(world: World, blobs: ReadonlyMap<Path, Blob>) {
  const known = new Map<string, Uint8Array | undefined>();
  const kinds = new Map<string, { readonly waiting: Path[]; count: number }>();
  const failures: Failure[] = [];

  function kindOf(path: Path) {
    if (kinds.size === 0) {
      for (const one of [...blobs.keys()].sort().reverse()) {
        const kind = kinds.get(extname(one)) ?? { waiting: [], count: first };
        kinds.set(extname(one), kind);
        kind.waiting.push(one);
      }
    }
    return kinds.get(extname(path)) ?? { waiting: [], count: first };
  }

  function load(path: Path, { id, root }: Blob): void {
    const kind = kindOf(path);
    const isPage = /^\.(?:md|mdx|markdown)$/i.test(extname(path));
    const ids = new Set([id]);
    const most = isPage ? Number.POSITIVE_INFINITY : kind.count;
    while (kind.waiting.length > 0 && ids.size < most) {
      const next = blobs.get(kind.waiting.pop() as Path);
      if (next && next.root === root && !known.has(next.id)) ids.add(next.id);
    }
    kind.count *= growth;
    const asked = [...ids];
    const output = world.git(root, ['cat-file', '--batch'], { input: `${asked.join('\n')}\n` });
    const answers = readBatch(output ?? Buffer.alloc(0));
    for (const [at, one] of asked.entries()) {
      const answer = answers[at];
      known.set(one, answer?.type === 'blob' ? answer.bytes : undefined);
    }
  }

  function fail(path: Path, message: string): never {
    if (!failures.some((one) => one.path === path)) failures.push({ path, message });
    throw new UserError(message, { path });
  }

  function text(path: Path): string | undefined {
    const blob = blobs.get(path);
    if (!blob) return undefined;
    if (!known.has(blob.id)) load(path, blob);
    const bytes = known.get(blob.id);
    if (!bytes)
      return fail(
        path,
        'is not in this partial clone. Run `git fetch --refetch --no-filter`, then docs-lint again.',
      );
    return decode(behindPointer(bytes, blob, path), path);
  }

  /** What a pointer of Git LFS stands for, where LFS is in use: elsewhere the work tree holds the pointer too. */
  function behindPointer(bytes: Uint8Array, { root }: Blob, path: Path): Uint8Array {
    const name = pointedAt(bytes);
    const objects = name === undefined ? undefined : lfsObjects(root, world);
    if (name === undefined || objects === undefined) return bytes;
    try {
      return world.read(join(objects, name.slice(0, 2), name.slice(2, 4), name), (content) =>
        Buffer.from(content),
      );
    } catch {
      return fail(
        path,
        'is kept by Git LFS, and its content is not here. Run `git lfs fetch --all`, then docs-lint again.',
      );
    }
  }

  return { text, failures };
}

function pointedAt(bytes: Uint8Array): string | undefined {
  if (bytes.length > 1024) return undefined;
  const text = Buffer.from(bytes).toString('latin1');
  if (!text.startsWith('version https://git-lfs.github.com/spec/')) return undefined;
  return /^oid sha256:([0-9a-f]{64})$/m.exec(text)?.[1];
}
