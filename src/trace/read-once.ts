import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** Room for all files in turn: new memory for each takes several times as long as reading it. */
const room = Buffer.allocUnsafeSlow(1 << 20);

/** Hands the bytes of a file to `use`. They are overwritten by the next file. Throws as `readFileSync` does. */
export function readOnce<T>(file: string, use: (bytes: Buffer) => T): T {
  const length = readInto(file);
  return use(length < room.length ? room.subarray(0, length) : readFileSync(file));
}

/** As much as there is room for. */
function readInto(file: string): number {
  const handle = openSync(file, 'r');
  try {
    let length = 0;
    while (length < room.length) {
      const got = readSync(handle, room, length, room.length - length, null);
      if (got === 0) break;
      length += got;
    }
    return length;
  } finally {
    closeSync(handle);
  }
}
