import type { Edit, Link, Path, Project } from '../../model.js';
import { isWithin, nameOf, parentOf } from '../../paths.js';
import { type RedirectFile, readRules } from './read-rules.js';
import type { MovedPage, MovedPages } from './redirect-edits.js';
import { routeTo, shows } from './route-to.js';

const names = ['_redirects', 'netlify.toml', 'vercel.json'];

/** Rules for the old addresses, in the files of hosts that have rules already; and rules that led to a page lead to it still. */
export function fileEdits(moved: MovedPages): readonly Edit[] {
  const files = moved.before.workspaceFiles().filter((path) => names.includes(nameOf(path)));
  return files.flatMap((path) => {
    const its = moved.pages.filter(({ from }) => isWithin(siteOf(path), from));
    const file = its.length === 0 ? undefined : readRules(path, moved.before.text(path) ?? '');
    return file ? editsOf(moved, its, file) : [];
  });
}

/** The directory whose site the file is about: hosts look for it at the top, and generators copy it there. */
function siteOf(path: Path): Path {
  const directory = parentOf(path);
  return /^(?:static|public)$/.test(nameOf(directory)) ? parentOf(directory) : directory;
}

function editsOf(
  { before, after }: MovedPages,
  pages: readonly MovedPage[],
  { path, rules, add }: RedirectFile,
): Edit[] {
  const edits: Edit[] = [];
  const lines: { readonly from: string; readonly to: string }[] = [];
  for (const { from, to, view, viewAfter } of pages) {
    const example = rules.find(
      (rule) => view.resolve(from, { url: rule.to, kind: 'link' }).kind === 'file',
    )?.to;
    const [was, now] = [
      address(before, from, example) ?? routeTo(view, from, rules[0]?.to ?? ''),
      address(after, to, example) ?? routeTo(viewAfter, to, rules[0]?.to ?? ''),
    ];
    if (was === undefined || now === undefined || was === now) continue;
    for (const rule of rules) {
      if (!shows(view.resolve(from, { url: rule.to, kind: 'link' }), from)) continue;
      const [start, end] = rule.toSpan;
      edits.push({ path, start, end, text: now + (/#.*$/.exec(rule.to)?.[0] ?? '') });
    }
    if (!rules.some((rule) => trimmed(rule.from) === trimmed(was))) lines.push({ from: was, to: now });
  }
  return lines.length === 0 ? edits : [...edits, ...add(lines)];
}

/** The address of a page as the file writes addresses, by one that it has. */
function address(project: Project, page: Path, example: string | undefined): string | undefined {
  if (example === undefined) return undefined;
  const url = example.replace(/[?#].*$/, '');
  const link: Link = { kind: 'link', url, span: [0, url.length], urlSpan: [0, url.length] };
  return project.linkTo(page, link, { path: page })?.url;
}

function trimmed(route: string): string {
  return route.replace(/\/$/, '');
}
