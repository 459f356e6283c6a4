import { isWithin, join, nameOf, normalize, type Path, type Project, relative } from '../../../src/rule.js';
import { printable, quoted } from '../quoted.js';
import { guessFile } from './guess-file.js';
import type { Listing } from './listing.js';
import type { Manifest } from './manifests-of.js';

/** A file that stands there; or what is wrong, with the file that was meant or is missing. */
export type Found =
  | { readonly kind: 'external' }
  | { readonly kind: 'file'; readonly path: Path; readonly fragment: string }
  | { readonly kind: 'wrong'; readonly finding: { readonly message: string; readonly target?: Path } };

/** The file that a manifest names. Without a listing, none is proposed in its place. */
export function findFile(project: Project, manifest: Manifest, written: string, listing?: Listing): Found {
  const { directory, root } = manifest;
  if (/^(?:https?:\/\/|data:)/i.test(written)) return { kind: 'external' };
  const shown = quoted(written);
  const rewrite = (path: Path) => {
    const way = relative(manifest.path, path);
    return quoted(/^[./]/.test(written) && !way.startsWith('../') ? `./${way}` : way);
  };
  if (/\p{Cc}/u.test(written)) return wrong(`${shown} has a control character. Remove it.`);

  const hash = `${written}#`.indexOf('#');
  const bare = written.slice(0, hash);
  if (written.startsWith('/')) {
    const meant = normalize(join(directory, bare));
    const advice =
      meant !== undefined && project.has(meant) === 'file' ? rewrite(meant) : '`./` and the path';
    return wrong(
      `${shown} begins with \`/\`, but paths begin at ${called(directory)}. Write ${advice}.`,
      meant,
    );
  }
  const path = normalize(join(directory, bare));
  if (path === undefined || !isWithin(root, path)) {
    return wrong(`${shown} leads out of ${called(root)}. Move the file into it, or remove the entry.`, path);
  }
  const there = path === '' ? 'directory' : project.has(path);
  if (there === 'file' && !bare.endsWith('/')) return { kind: 'file', path, fragment: written.slice(hash) };
  const whole = normalize(join(directory, written));
  if (whole && whole !== path && project.has(whole) === 'file') {
    return { kind: 'file', path: whole, fragment: '' };
  }
  if (there === 'directory') {
    const names = project.list(path);
    const index = ['index.md', 'README.md', 'index.mdx', 'README.mdx'].find((name) => names.includes(name));
    if (!index) return wrong(`${shown} is a directory. Name a file in it.`, path);
    const meant = join(path, index);
    return wrong(`${shown} is a directory. Write ${rewrite(meant)}.`, meant);
  }
  const spelt = listing?.spelling(path);
  if (spelt) {
    return wrong(
      `No file ${printable(path)}, but ${spelt}: letter case counts. Write ${rewrite(spelt)}.`,
      spelt,
    );
  }
  const meant = listing && guessFile(project, directory, bare, listing.alike(nameOf(path)));
  const advice = meant ? `Did you mean ${rewrite(meant)}?` : 'Create it, or remove what names it.';
  return wrong(`No file ${printable(path)}. ${advice}`, meant ?? path);
}

function wrong(message: string, target?: Path): Found {
  return { kind: 'wrong', finding: { message, ...(target !== undefined && { target }) } };
}

function called(directory: Path): string {
  return directory === '' ? 'the workspace' : `${directory}/`;
}
