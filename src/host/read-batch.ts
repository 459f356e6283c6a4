/** One object of git, or a question that it has no answer to: then all is empty. */
export interface Answer {
  readonly id: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What `git cat-file --batch` prints: an object is a line `id type size` and its bytes; what is not there is a line alone. An end that is cut off is left out. */
export function readBatch(output: Buffer): Answer[] {
  const answers: Answer[] = [];
  for (let at = 0; at < output.length; ) {
    const lineEnd = output.indexOf(10, at);
    if (lineEnd < 0) break;
    const header = /^([0-9a-f]{40,64}) ([a-z]+) (\d+)$/.exec(output.toString('utf8', at, lineEnd));
    const start = lineEnd + 1;
    const end = start + Number(header?.[3] ?? -1);
    if (header && end >= output.length) break;
    answers.push({
      id: header?.[1] ?? '',
      type: header?.[2] ?? '',
      bytes: output.subarray(start, Math.max(start, end)),
    });
    at = header ? end + 1 : start;
  }
  return answers;
}
