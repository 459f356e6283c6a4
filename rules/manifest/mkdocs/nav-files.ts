import { join, normalize, type Path, type Project, parentOf } from '../../../src/rule.js';
import type { NavFacts } from './read-nav.js';

/** So many files inherit from one another at the most. */
const MOST_PARENTS = 10;

/** A `nav` and where its paths begin. */
export interface Nav {
  /** The file in which it stands. */
  readonly path: Path;
  readonly pages: NonNullable<NavFacts['pages']>;
  readonly docs: Path;
}

type Known = (path: Path) => NavFacts | undefined;

/** Events in which a hook can make pages, or change what the navigation says. */
const early = /on_(?:startup|config|pre_build|files|nav)\b|import\s*\*/;

/** Every mkdocs.yml whose site was found, the files from which it inherits, and its hooks, as far as they are known. */
export function navFiles(project: Project, known: Known): readonly Path[] {
  return mkdocsFiles(project).flatMap((path) => {
    const chain = chainOf(project, path, known);
    return [...chain, ...hooksOf(path, chain, known).flatMap((hook) => hook ?? [])];
  });
}

/** The navigations of which every entry has to name a file. */
export function navsOf(project: Project, known: Known): readonly Nav[] {
  return mkdocsFiles(project).flatMap((path) => {
    const chain = chainOf(project, path, known);
    const facts = chain.map(known);
    if (chain.length > MOST_PARENTS || !facts.every((one) => one?.isPlain === true)) return [];
    if (facts.at(-1)?.parent !== undefined) return [];
    if (hooksOf(path, chain, known).some((hook) => early.test(textOf(project, hook)))) return [];
    const at = facts.findIndex((one) => one?.pages !== undefined);
    const docs = normalize(
      `${parentOf(path)}/${facts.find((one) => one?.docs !== undefined)?.docs ?? 'docs'}`,
    );
    if (at < 0 || docs === undefined || !isLookedAt(project, docs)) return [];
    return [{ path: chain[at] as Path, pages: facts[at]?.pages ?? [], docs }];
  });
}

function mkdocsFiles(project: Project): readonly Path[] {
  const bases = project.sites.filter(({ generator }) => generator === 'mkdocs').map(({ base }) => base);
  return [...new Set(bases)].flatMap((base) => {
    const files = ['mkdocs.yml', 'mkdocs.yaml'].map((name) => join(base, name));
    return files.find((path) => project.has(path) === 'file') ?? [];
  });
}

/** A file and those from which it inherits; it ends with one that says of a parent that is not there. */
function chainOf(project: Project, path: Path, known: Known): readonly Path[] {
  const chain = [path];
  for (let at = path; chain.length <= MOST_PARENTS; ) {
    const parent = known(at)?.parent;
    const next = parent === undefined ? undefined : normalize(`${parentOf(at)}/${parent}`);
    if (next === undefined || project.has(next) !== 'file') break;
    chain.push(next);
    at = next;
  }
  return chain;
}

/** Their paths, relative to the file that is built from; undefined for one outside of the workspace. */
function hooksOf(path: Path, chain: readonly Path[], known: Known): readonly (Path | undefined)[] {
  const written = chain.flatMap((one) => known(one)?.hooks ?? []);
  return written.map((hook) => normalize(`${parentOf(path)}/${hook}`));
}

/** Of a hook that cannot be read, one that does it all. */
function textOf(project: Project, hook: Path | undefined): string {
  return (hook === undefined ? undefined : project.text(hook)) ?? 'on_files';
}

/** Whether pages of these docs are what is checked. */
function isLookedAt(project: Project, docs: Path): boolean {
  return project.pages.some((page) => docs === '' || page.startsWith(`${docs}/`));
}
