import {
  type Fix,
  nearest,
  type Path,
  type Project,
  type ProjectFinding,
  type Span,
} from '../../src/rule.js';
import { pageFor, written } from './answer.js';
import { type Around, namesFor } from './around.js';
import type { Fault } from './faults.js';

/** A fault as a finding; undefined for one that may well be meant as it is. */
export function report(project: Project, fault: Fault, around: Around): ProjectFinding | undefined {
  switch (fault.kind) {
    case 'missing':
      return missing(project, fault, around);
    case 'case': {
      const message = `\`${fault.wanted}\` is spelt \`${fault.actual}\` on disk: letter case counts. Write it so.`;
      return finding(
        fault,
        'case-mismatch',
        fault.actual,
        message,
        change(project, fault, { path: fault.actual }, true),
      );
    }
    case 'line': {
      const { file, lines, fragment } = fault;
      const has = `${file} has ${lines} ${lines === 1 ? 'line' : 'lines'}`;
      return finding(
        fault,
        'missing-line',
        file,
        `${has}, and \`#${fragment}\` is past them. Name the lines meant.`,
      );
    }
    case 'anchor':
      return anchor(project, fault, around);
  }
}

type Of<K extends Fault['kind']> = Extract<Fault, { readonly kind: K }>;

function missing(project: Project, fault: Of<'missing'>, around: Around): ProjectFinding | undefined {
  const { mention, wanted } = fault;
  const fates = namesFor(wanted).flatMap((name) => around.fates.get(name) ?? []);
  if (fates.length === 0 && (isLeftOpen(fault) || around.ignored.has(wanted))) return undefined;
  const gone = fates.find((fate) => fate.kind === 'deleted');
  const what =
    mention.kind === 'url'
      ? `\`${mention.text}\` leads nowhere: there is no \`${wanted}\`.`
      : `No file \`${wanted}\`.`;
  const start = gone ? `${what} It was deleted in ${gone.commit} (${gone.date}).` : what;
  const answer = pageFor(project, wanted, around);
  const rewrite = answer && written(project, fault, { path: answer.to });
  const shown = rewrite?.url ?? answer?.to;
  const advice = !answer
    ? gone
      ? 'Name another page, or remove the link.'
      : 'Correct it, or add the page.'
    : answer.how === 'moved'
      ? `It was renamed to \`${shown}\`.`
      : `Did you mean \`${shown}\`?`;
  const isSure = answer?.how === 'moved' && mention.in === 'comment';
  return finding(
    fault,
    'missing-page',
    wanted,
    `${start} ${advice}`,
    answer && change(project, fault, { path: answer.to }, isSure),
  );
}

/** A path that a program may make for itself, or that a sentence makes up. */
function isLeftOpen({ mention, wanted }: Of<'missing'>): boolean {
  if (mention.kind === 'url') return mention.example === true && isMadeUp(wanted);
  if (/^[\w-]+(?:\.[\w-]+)*\.(?:com|org|io|dev|net)\//i.test(mention.text)) return true;
  if (mention.in === 'string' && (mention.alone || !mention.pointed)) return true;
  return mention.example === true || isMadeUp(wanted);
}

/** `foo.md`, `a.md`, `my-page.md`, `path/to/x.md`. */
function isMadeUp(path: Path): boolean {
  return (
    /(?:^|\/)(?:[a-z]|foo|bar|baz|qux|quux|example|sample|some|page|file|name|title|slug|topic|new|x+|(?:my|your|some|example|sample|new|a|the)[-_]\w+)(?:\.\w+)?$/i.test(
      path,
    ) || /(?:^|\/)(?:path\/to|foo|bar|example|xxx|yyyy)\//i.test(path)
  );
}

function anchor(project: Project, fault: Of<'anchor'>, { renamed }: Around): ProjectFinding {
  const { page, fragment, anchors } = fault;
  const ids = [...anchors.ids.keys()].filter((id) => id !== '');
  const now = renamed.get(fault);
  const same = ids.find((id) => id.toLowerCase() === fragment.toLowerCase());
  const id = same ?? now?.id ?? nearest(fragment, ids);
  const isSure = same !== undefined || now?.sure === true;
  const advice =
    id === undefined
      ? 'Name a heading that it has.'
      : same !== undefined
        ? `It is \`#${id}\` there: letter case counts.`
        : now?.sure
          ? `It was renamed to \`#${id}\`.`
          : now
            ? `In its place there is now \`#${id}\`.`
            : `Did you mean \`#${id}\`?`;
  const message = `No heading or anchor \`#${fragment}\` in ${page}. ${advice}`;
  const fix =
    id === undefined
      ? undefined
      : change(project, fault, { path: page, fragment: id }, isSure && fault.mention.in === 'comment');
  const span: Span | undefined = id === undefined ? undefined : anchors.ids.get(id);
  const related = span && { related: [{ path: page, span, message: `\`#${id}\` is here` }] };
  return { ...finding(fault, 'missing-anchor', page, message, fix), ...related };
}

function finding(
  { path, mention }: Fault,
  code: string,
  target: Path,
  message: string,
  fix?: Fix,
): ProjectFinding {
  return { path, span: mention.span, code, message, target, ...(fix ? { fix } : {}) };
}

/** A change of a string changes what a program does, so that only one of a comment can be safe. */
function change(
  project: Project,
  fault: Fault,
  to: { readonly path: Path; readonly fragment?: string },
  safe: boolean,
): Fix | undefined {
  const text = written(project, fault, to)?.url;
  const { path, mention } = fault;
  if (text === undefined || text === mention.text || /[\s"'`\\]/.test(text)) return undefined;
  const [start, end] = mention.span;
  return { safe, description: `Write ${text}`, edits: [{ path, start, end, text }] };
}
