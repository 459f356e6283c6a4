import { isWithin, join, nameOf, normalize, type Path, type Project, relative } from '../../../src/rule.js';
import { printable, quoted } from '../quoted.js';
import { guessFile } from './guess-file.js';
import type { Listing } from './listing.js';
import type { Manifest } from './manifests-of.js';

/** A file that stands there; or what is wrong, with the file that was meant or is missing. */
export type Found =
  | { readonly kind: 'external' }
  | { readonly kind: 'file'; readonly path: Path; readonly fragment: string }
  | {
      readonly kind: 'wrong';
      readonly finding: { readonly message: string; readonly target?: Path };
      /** How the file that was meant is written; `sure` where it can be no other. */
      readonly write?: { readonly way: string; readonly sure: boolean };
    };

/** The file that a manifest names. Without a listing, none is proposed in its place. */
export function findFile(project: Project, manifest: Manifest, written: string, listing?: Listing): Found {
  const { directory, root } = manifest;
  if (/^(?:https?:\/\/|data:)/i.test(written)) return { kind: 'external' };
  const shown = quoted(written);
  const hash = `${written}#`.indexOf('#');
  const bare = written.slice(0, hash);
  const wayTo = (path: Path): string => {
    const way = relative(manifest.path, path);
    return /^[./]/.test(written) && !way.startsWith('../') ? `./${way}` : way;
  };
  const meant = (path: Path, sure: boolean, say: (way: string) => string): Found => {
    const write = { way: `${wayTo(path)}${written.slice(hash)}`, sure };
    return { kind: 'wrong', finding: { message: say(quoted(wayTo(path))), target: path }, write };
  };
  if (/\p{Cc}/u.test(written)) return wrong(`${shown} has a control character. Remove it.`);

  if (written.startsWith('/')) {
    const start = `${shown} begins with \`/\`, but paths begin at ${called(directory)}.`;
    const path = normalize(join(directory, bare));
    if (path === undefined || project.has(path) !== 'file')
      return wrong(`${start} Write \`./\` and the path.`, path);
    return meant(path, true, (way) => `${start} Write ${way}.`);
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
    return meant(join(path, index), false, (way) => `${shown} is a directory. Write ${way}.`);
  }
  const spelt = listing?.spelling(path);
  if (spelt) {
    const start = `No file ${printable(path)}, but ${spelt.path}: letter case counts.`;
    return meant(spelt.path, spelt.isOnly, (way) => `${start} Write ${way}.`);
  }
  const guess = listing && guessFile(project, directory, bare, listing.alike(nameOf(path)));
  const start = `No file ${printable(path)}.`;
  if (!guess) return wrong(`${start} Create it, or remove what names it.`, path);
  return meant(guess.path, guess.sure, (way) => `${start} Did you mean ${way}?`);
}

function wrong(message: string, target?: Path): Found {
  return { kind: 'wrong', finding: { message, ...(target !== undefined && { target }) } };
}

function called(directory: Path): string {
  return directory === '' ? 'the workspace' : `${directory}/`;
}
