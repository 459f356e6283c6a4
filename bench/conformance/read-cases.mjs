import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const folder = fileURLToPath(new URL('../../fixtures/conformance/', import.meta.url));

/** Every case, in full, in the order of the files: what groups share is filled in. */
export function readCases() {
  return directoriesIn(folder).flatMap((dialect) =>
    readdirSync(`${folder}${dialect}`)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .flatMap((name) => readGroup(dialect, name.slice(0, -'.yaml'.length))),
  );
}

function readGroup(dialect, group) {
  const shared = parse(readFileSync(`${folder}${dialect}/${group}.yaml`, 'utf8'));
  return shared.cases.map((one) => {
    const page = one.page ?? shared.page;
    const verdict = one.ok === undefined ? 'broken' : 'ok';
    const repository = one.repository ?? shared.repository;
    const files = { ...shared.files, ...one.files };
    if (one.text !== undefined) files[page] = one.text.endsWith('\n') ? one.text : `${one.text}\n`;
    const kind = one[verdict];
    return {
      id: `${dialect}/${group}/${one.id}`,
      dialect,
      group,
      groupTitle: shared.title,
      title: one.title,
      generators: [one.generator ?? shared.generator].flat(),
      ...(repository === undefined ? {} : { repository }),
      page,
      lines: one.lines ?? [one.line ?? 1, one.line ?? 1],
      verdict,
      kind,
      scope: scopeOf(kind, files),
      why: one.why,
      source: one.source ?? shared.source,
      files,
    };
  });
}

/** `page` where the page alone tells, `tree` where other files have to be looked at. */
function scopeOf(kind, files) {
  if (['reference', 'empty', 'text'].includes(kind)) return 'page';
  const pages = Object.keys(files).filter((path) => /\.(?:md|mdx|markdown)$/.test(path));
  return kind === 'anchor' && pages.length === 1 ? 'page' : 'tree';
}

function directoriesIn(path) {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
