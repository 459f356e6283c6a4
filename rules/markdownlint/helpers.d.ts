/** The package has no types for what it exports to authors of rules. */
declare module 'markdownlint/helpers' {
  export const frontMatterRe: RegExp;
}
