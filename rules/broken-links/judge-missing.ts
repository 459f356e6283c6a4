import type { Fate, Fix, Path, Project, Rewrite } from '../../src/rule.js';
import { findAnswer, type Question } from './find-answer.js';
import type { Judgement } from './judge.js';
import { type Around, namesFor } from './look-around.js';

/** A link to a path where there is nothing, with what should be done about it. */
export function judgeMissing(project: Project, question: Question, around: Around): Judgement {
  const { link, path, wanted } = question;
  const base = { code: 'missing-file', target: wanted };
  const past = deletionOf(wanted, around);
  const start = `No file \`${wanted}\`.${past}`;
  if (isHost(link.url)) {
    const url = `https://${link.url}`;
    const [at] = link.urlSpan;
    const edit = { path, start: at, end: at, text: 'https://' };
    const rewrite = link.verbatim === false ? { url } : { url, edit };
    return { ...base, message: `${start} Did you mean \`${url}\`?`, ...fixTo(rewrite, false) };
  }
  const answer = findAnswer(project, question, around);
  if (!answer) {
    const advice =
      past === '' ? 'Correct the path, or add the file.' : 'Link to another page, or remove the link.';
    return { ...base, message: `${start} ${advice}` };
  }
  const rewrite = project.linkTo(path, link, { path: answer.to });
  const shown = rewrite ? `\`${rewrite.url}\`` : answer.to;
  const advice = answer.how === 'moved' ? `It was renamed to ${shown}.` : `Did you mean ${shown}?`;
  return { ...base, message: `${start} ${advice}`, ...fixTo(rewrite, answer.sure) };
}

function deletionOf(wanted: Path, { fates }: Around): string {
  const gone = namesFor(wanted)
    .map((path) => fates.get(path))
    .find((fate): fate is Extract<Fate, { kind: 'deleted' }> => fate?.kind === 'deleted');
  return gone ? ` It was deleted in ${gone.commit} (${gone.date}).` : '';
}

export function fixTo(rewrite: Rewrite | undefined, safe: boolean): { readonly fix?: Fix } {
  if (!rewrite?.edit) return {};
  return { fix: { safe, description: `Link to ${rewrite.url}`, edits: [rewrite.edit] } };
}

/** A url of another site without its scheme. */
function isHost(url: string): boolean {
  return /^[\w-]+(?:\.[\w-]+)*\.(?:com|org|io|dev|net)(?:\/|$)/i.test(url);
}
