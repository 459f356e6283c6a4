import { extractFacts } from '../../src/facts/extract.js';
import { discover } from '../../src/host/discover.js';
import { memoryHost } from '../../src/host/memory.js';
import { loadParser } from '../../src/markdown/parse.js';
import { parsedPage } from '../../src/markdown/parsed-page.js';
import type { Facts, Link, Project, Target } from '../../src/model.js';
import { buildProject } from '../../src/project/build.js';
import { detectSites, siteBases } from '../../src/site/detect.js';
import type { Site } from '../../src/site/site.js';

export interface Tree {
  readonly sites: readonly Site[];
  readonly project: Project;
  /** Where a link of a page leads in the first of its views, in one line. */
  leads(from: string, url: string, how?: Partial<Link>): string;
}

const parser = await loadParser();

/** A tree in memory as the rules see it: every page under the roots is read, and no rule runs. */
export function readTree(
  texts: Readonly<Record<string, string>>,
  { roots = [''], generators = ['auto'] }: { roots?: readonly string[]; generators?: readonly string[] } = {},
): Tree {
  const host = memoryHost(new Map(Object.entries(texts)));
  const { pages, git } = discover(host, roots, (path) => /\.mdx?$/.test(path));
  const sites = detectSites({ host, roots, bases: siteBases(host, roots, pages), generators });
  const files = new Map<string, Facts>();
  for (const path of pages) files.set(path, factsOf(path, texts[path] ?? ''));
  const headingOf = (): undefined => undefined;
  const project = buildProject(host, files, { roots, pages, git, sites, own: {}, headingOf });
  return {
    sites,
    project,
    leads: (from, url, how = {}) => say(project.resolve(from, { url, kind: 'link', ...how })),
  };
}

export function factsOf(path: string, text: string): Facts {
  const syntax = path.endsWith('.mdx') ? 'mdx' : 'md';
  const document = parsedPage({ path, text, syntax }, parser.read(text, syntax));
  return { ...extractFacts(document), byRule: {}, findings: {} };
}

function say(target: Target): string {
  const fragment = 'fragment' in target && target.fragment !== undefined ? `#${target.fragment}` : '';
  switch (target.kind) {
    case 'directory':
      return `directory ${target.path}${target.index === undefined ? '' : ` > ${target.index}`}${fragment}`;
    case 'case':
      return `case ${target.path} > ${target.actual}${fragment}`;
    case 'file':
    case 'missing':
      return `${target.kind} ${target.path}${fragment}`;
    case 'virtual':
      return `virtual${target.to === undefined ? '' : ` > ${target.to}`}`;
    default:
      return target.kind;
  }
}
