const near = 300;

/** Whether nothing but marks and tags is on the lines of a piece of text beside it, as far as one looks. */
export function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - near), start);
  const behind = text.slice(end, end + near);
  const line = before.slice(before.lastIndexOf('\n') + 1) + (behind.split('\n', 1)[0] as string);
  return !/[\p{L}\p{N}]/u.test(line.replaceAll(/<[^<>]*>/g, ''));
}
