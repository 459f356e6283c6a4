/**
 * What is compared: a command of docs-lint with one of another tool on a corpus, and the ratio of their times that is
 * not to be exceeded, by Node. A `limit` is one of memory, in MB.
 */
export const rows = [
  row('coder', 'cold, without markdownlint', 'docs-lint-cold', 'rumdl-links', { 20: 1, 24: 0.75 }),
  row('coder', 'warm, nothing changed', 'docs-lint-warm', 'rumdl-warm', { 20: 1, 24: 0.7 }),
  row('coder', 'warm, one page changed', 'docs-lint-changed', 'rumdl-changed', { 20: 1.1, 24: 0.8 }),
  row('cpp-docs', 'cold, without markdownlint', 'docs-lint-cold', 'rumdl-links', { 20: 0.4, 24: 0.4 }, 400),
  row('cpp-docs', 'warm, nothing changed', 'docs-lint-warm', 'rumdl-links', { 20: 0.15, 24: 0.15 }, 200),
  row('cpp-docs', 'warm, beside a warm rumdl', 'docs-lint-warm', 'rumdl-warm', { 20: undefined }),
  row('coder', 'cold, with markdownlint', 'docs-lint-all-cold', 'markdownlint', { 20: 0.9, 24: 0.9 }),
  row('coder', 'warm, with markdownlint', 'docs-lint-all-warm', 'markdownlint', { 20: 0.03, 24: 0.03 }),
  row('coder', 'cold, beside remark', 'docs-lint-cold', 'remark', { 20: 0.1, 24: 0.1 }),
  row('coder', 'warm, beside remark', 'docs-lint-warm', 'remark', { 20: 0.1, 24: 0.1 }),
  row('coder', 'one page changed, beside remark', 'docs-lint-changed', 'remark', { 20: 0.1, 24: 0.1 }),
  row('cpp-docs', 'cold, beside remark', 'docs-lint-cold', 'remark', { 20: 0.1 }),
  row('cpp-docs', 'warm, beside remark', 'docs-lint-warm', 'remark', { 20: 0.1 }),
  row('coder', 'cold, beside ESLint', 'docs-lint-cold', 'eslint', { 20: undefined }),
];

function row(corpus, work, ours, theirs, atMost, limit) {
  const id = `${corpus} ${work}`.replaceAll(/[ ,]+/g, '-').toLowerCase();
  return { id, corpus, work, ours, theirs, atMost, limit };
}
