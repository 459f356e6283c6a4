/** What stands below the options of a command, by its name. */
export const examples: ReadonlyMap<string, string> = new Map([
  [
    'lint',
    `Examples:
  docs-lint                            check docs/, or what the config names
  docs-lint docs/ --format json        the same as JSON
  docs-lint docs/install.md            what is wrong there, and what points there in vain
  docs-lint --only broken-links        one rule alone
  docs-lint --since origin/main        what this branch broke
  docs-lint --staged                   what the next commit would break
  docs-lint --watch                    again after each change
  docs-lint --fix                      mend what can be mended safely
  docs-lint mv docs/a.md docs/b/a.md   move a page; every link follows
  docs-lint --statistics               how many problems there are of each kind
  docs-lint docs/ --shard 1/4          a quarter of the pages, for docs-lint merge

Exit status: 0 no errors, 1 problems, 2 could not check.`,
  ],
  [
    'rules',
    `Examples:
  docs-lint rules                      a line for each rule
  docs-lint rules --format json        the same for programs, with the codes`,
  ],
  [
    'explain',
    `Examples:
  docs-lint explain broken-anchors     the whole page, also of rules that are off
  docs-lint explain broken-anchors/missing-anchor
                                       what one code means, with examples`,
  ],
  [
    'graph',
    `Examples:
  docs-lint graph --format mermaid     a diagram for a Markdown page
  docs-lint graph docs/ --format dot | dot -Tsvg > links.svg`,
  ],
  [
    'init',
    `Examples:
  docs-lint init                       look around, and write docs-lint.config.jsonc
  docs-lint init --dry-run             show what would be written
  docs-lint init --hook husky --ci github
                                       write a hook and a CI job too`,
  ],
  [
    'completions',
    `Examples:
  eval "$(docs-lint completions bash)"           in ~/.bashrc
  eval "$(docs-lint completions zsh)"            in ~/.zshrc, below compinit
  docs-lint completions fish | source            in ~/.config/fish/config.fish
  docs-lint completions powershell | Out-String | Invoke-Expression`,
  ],
  [
    'merge',
    `Examples:
  docs-lint merge docs-lint-*.facts    report what all parts hold
  docs-lint merge docs-lint-*.facts --format sarif=docs-lint.sarif`,
  ],
  [
    'mv',
    `Examples:
  docs-lint mv docs/a.md docs/b/a.md   move a page
  docs-lint mv docs/guides docs/learn  move a folder and all that is in it
  docs-lint mv docs/a.md docs/b.md --diff
                                       print what would change, and write nothing`,
  ],
  [
    'rename-heading',
    `Examples:
  docs-lint rename-heading docs/a.md#set-up "Before you begin"
  docs-lint rename-heading docs/a.md#set-up "Before you begin" --diff
                                       print what would change, and write nothing`,
  ],
]);
