import type { Committed, Path, Pinned } from '../model.js';
import type { World } from '../trace/world.js';
import { decode } from './decode.js';
import { readBatch } from './read-batch.js';

/** How long the one question may take, and how much git may print. */
const atMost = { seconds: 6, bytes: 64 << 20 };

/** What commits hold, in one process however many files are asked for. Nothing where git knows nothing. */
export function committed(world: World, root: string, files: readonly Pinned[]): Committed {
  const commits = [...new Set(files.map(({ commit }) => commit))];
  const questions = ['HEAD', ...new Set([...commits.map(peeled), ...files.map(nameOf)])].filter(isOneLine);
  const input = `${questions.join('\n')}\n`;
  const output = world.git(root, ['cat-file', '--batch'], { input, atMost }) ?? Buffer.alloc(0);
  const answers = new Map(readBatch(output).map((answer, at) => [questions[at], answer] as const));
  const texts = files.map((file) => {
    const answer = answers.get(nameOf(file));
    if (!answer || answers.get(peeled(file.commit))?.type !== 'commit') return undefined;
    return answer.type === 'blob' ? textOf(answer.bytes, file.path) : null;
  });
  const head = answers.get('HEAD');
  return head?.type === 'commit' ? { head: head.id, texts } : { texts };
}

function isOneLine(question: string): boolean {
  return !/[\n\r\0]/.test(question);
}

function peeled(commit: string): string {
  return `${commit}^{commit}`;
}

/** A path is relative to where git is started. */
function nameOf({ commit, path }: Pinned): string {
  return `${commit}:./${path}`;
}

function textOf(bytes: Uint8Array, path: Path): string | undefined {
  try {
    return decode(bytes, path);
  } catch {
    return undefined;
  }
}
