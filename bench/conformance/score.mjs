/** Whether a tool was right about a case, or what it did wrong. */
function judge({ page, lines: [first, last], verdict }, findings) {
  if (verdict === 'ok') return findings.length === 0 ? 'right' : 'false alarm';
  const isFound = findings.some(({ path, line }) => path === page && line >= first && line <= last);
  return isFound ? 'right' : 'missed';
}

/** Runs a tool over the trees of the cases whose dialect it reads; its outcome by the case's id. */
export async function score(tool, cases, treeOf, atOnce) {
  const outcomes = new Map();
  const waiting = cases.filter(({ dialect }) => tool.reads(dialect)).values();
  async function work() {
    for (const one of waiting) {
      const findings = await tool.check(treeOf(one), one).catch((error) => {
        throw new Error(`${tool.name} failed on ${one.id}: ${error.message}`, { cause: error });
      });
      outcomes.set(one.id, judge(one, findings));
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  return outcomes;
}
