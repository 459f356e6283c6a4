import {
  join,
  nameOf,
  nearest,
  normalize,
  type Path,
  type Project,
  parentOf,
  relative,
} from '../../src/rule.js';
import type { Claim } from './facts.js';

export interface NotFound {
  /** The path that would be the file's, where there may be one. */
  readonly wanted?: Path;
  readonly message: string;
  /** Whether something stands there that is no file. */
  readonly isThere?: true;
  /** The file that may be meant. */
  readonly near?: Path;
}

/**
 * The file that a claim names: from the page where the path begins with a dot, and else from the workspace or from
 * the page. embedme's own rule is the page first.
 */
export function findFile(
  project: Project,
  page: Path,
  { by, source }: Pick<Claim, 'by' | 'source'>,
): { readonly path: Path } | NotFound {
  const written = source.path;
  const top = /^(?:<rootDir>)?\//.exec(written)?.[0];
  const isNear = by === 'embedme' || by === 'first-line';
  const near = normalize(`${parentOf(page)}/${written}`);
  const far = normalize(top === undefined ? written : written.slice(top.length));
  const order =
    top !== undefined ? [far] : /^\.{1,2}\//.test(written) ? [near] : isNear ? [near, far] : [far, near];
  const places = [...new Set(order)].filter((path) => path !== undefined);
  const path = places.find((one) => project.has(one) === 'file');
  if (path !== undefined) return { path };
  const wanted = places.find((one) => project.has(parentOf(one)) === 'directory') ?? places[0];
  if (wanted === undefined) return { message: `\`${written}\` leaves the workspace. Name a file inside it.` };
  if (project.has(wanted) === 'directory')
    return { message: `\`${wanted}\` is a directory. Name a file.`, isThere: true };
  const other = nearFile(project, page, wanted);
  return { wanted, message: `No file \`${wanted}\`.`, ...(other === undefined ? {} : { near: other }) };
}

/** Names that so many files have that another one's proves nothing, unless its directory has the same name too. */
const common =
  /^(?:index|main|app|mod|lib|init|__init__|setup|config|package|readme|tests?|utils?|types?|server|client|example|hello)\./i;

/** The only other file of that name, or one of a name that is near, in the same directory. */
function nearFile(project: Project, page: Path, wanted: Path): Path | undefined {
  const isCommon = common.test(nameOf(wanted));
  const same = project
    .named(nameOf(wanted))
    .filter((path) => path !== page && (!isCommon || nameOf(parentOf(path)) === nameOf(parentOf(wanted))));
  if (same.length === 1) return same[0];
  const directory = parentOf(wanted);
  const files = project.list(directory).filter((name) => project.has(join(directory, name)) === 'file');
  const name = nearest(
    nameOf(wanted),
    files.filter((one) => join(directory, one) !== page),
  );
  return name === undefined ? undefined : join(directory, name);
}

/** A path as it would be written in the place of another one. */
export function writePath(written: string, page: Path, to: Path): string {
  const top = /^(?:<rootDir>)?\//.exec(written)?.[0];
  if (top !== undefined) return top + to;
  if (!/^\.{1,2}\//.test(written)) return to;
  const way = relative(page, to);
  return way.startsWith('../') ? way : `./${way}`;
}
