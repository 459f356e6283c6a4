import { runAgain } from '../engine/run-again.js';
import { applyEdits } from '../fix/apply-edits.js';
import { mend } from '../fix/mend.js';
import { hasMark } from '../host/has-mark.js';
import type { Host } from '../host/host.js';
import { overlay } from '../host/overlay.js';
import { snapshot } from '../host/snapshot.js';
import { writeFiles } from '../host/write-files.js';
import type { Change, Path } from '../model.js';
import { findPages } from './find-pages.js';
import { graphOf } from './graph-of.js';
import type { LintOptions, LintResult } from './lint.js';
import { refusals } from './refusals.js';

export interface FixOptions extends LintOptions {
  /** Apply fixes that may be wrong, too. */
  readonly unsafe?: boolean;
  /** Leave warnings as they are. */
  readonly errorsOnly?: boolean;
}

export interface FixResult extends LintResult {
  /** The tree as it is. The result itself is that of the tree with its fixes. */
  readonly before: LintResult;
  /** What the fixes make of files, by the paths where these really are. */
  readonly changes: readonly Change[];
  /** What the fixes make of standard input, byte order mark included; absent where files are checked. */
  readonly stdout?: string;
  /**
   * Writes the changes: all or none. Throws UserError where a file is no longer as it was read, or cannot be
   * written. Not to be interrupted by anything but the end of the process.
   */
  write(): void;
}

/** Checks as `lint` does, and works out what the fixes make of it. Writes nothing. Throws UserError as `lint` does. */
export async function fix(options: FixOptions = {}): Promise<FixResult> {
  const session = await findPages(options, { isSingle: false });
  const { workspace, warnings } = session;
  const input = { ...session.input, host: snapshot(session.input.host) };
  const mended = mend({
    parser: input.parser,
    check: runAgain(input),
    read: (path) => input.host.read(path),
    wants: ({ fix, severity }) =>
      (fix?.safe || options.unsafe === true) && (severity === 'error' || options.errorsOnly !== true),
    tolerates: ({ path }) => path === input.baseline?.file,
    refusal: refusals(input, workspace, options.stdin === undefined),
  });
  const { before, result, texts, fixed, notes, failures } = mended;
  const changes = mended.changes.map((change) => {
    const path = realPath(input.host, change.path);
    return { ...change, path, mark: hasMark(workspace, path) };
  });
  const { stdin } = options;
  const [stdinPath] = stdin ? (input.only ?? []) : [];
  const prefix = input.host.repository()?.prefix ?? '';
  const told = { workspace, prefix, text: session.text, graph: () => graphOf(input) };
  return {
    ...result,
    ...told,
    failures: [...result.failures, ...failures],
    notes: [...warnings, ...result.notes, ...notes],
    fixes: { fixed, unsafe: options.unsafe === true },
    text: (path) => texts.get(path) ?? session.text(path),
    graph: () => graphOf({ ...input, host: overlay(input.host, texts) }),
    before: {
      ...before,
      ...told,
      failures: [...before.failures, ...failures],
      notes: [...warnings, ...before.notes, ...notes],
    },
    changes,
    ...(stdin && stdinPath !== undefined
      ? { stdout: markOf(stdin.bytes) + (texts.get(stdinPath) ?? input.host.read(stdinPath) ?? '') }
      : {}),
    write: () =>
      writeFiles(
        workspace,
        changes.map(({ path, before, edits }) => ({ path, before, after: applyEdits(before, edits) })),
      ),
  };
}

/** A page may be shown under the name of a symbolic link. */
function realPath(host: Host, path: Path): Path {
  const link = host.link(path);
  return typeof link === 'object' ? link.to : path;
}

function markOf(bytes: Uint8Array): string {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\ufeff' : '';
}
