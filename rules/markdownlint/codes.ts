interface Entry {
  readonly summary: string;
  /** By which configs and comments call the rule beside its code. */
  readonly names: readonly string[];
}

/** The rules of the library, so that listing them does not load it: a test holds this to the library's own list. */
export const table: Readonly<Record<string, Entry>> = {
  MD001: {
    names: ['heading-increment'],
    summary: 'Use the next level, or add the heading that is left out.',
  },
  MD003: { names: ['heading-style'], summary: 'Write the heading in the style of the others.' },
  MD004: { names: ['ul-style'], summary: 'Begin the item with the marker of the other lists.' },
  MD005: { names: ['list-indent'], summary: 'Indent the item like the others of its level.' },
  MD007: { names: ['ul-indent'], summary: 'Indent the item by the configured step.' },
  MD009: { names: ['no-trailing-spaces'], summary: 'Remove the spaces at the end of the line.' },
  MD010: { names: ['no-hard-tabs'], summary: 'Write spaces in place of the tab.' },
  MD011: { names: ['no-reversed-links'], summary: 'Write `[text](url)`, the brackets first.' },
  MD012: { names: ['no-multiple-blanks'], summary: 'Leave one blank line.' },
  MD013: { names: ['line-length'], summary: 'Break the line earlier.' },
  MD014: { names: ['commands-show-output'], summary: 'Remove the `$`, or show what the commands print.' },
  MD018: { names: ['no-missing-space-atx'], summary: 'Put a space behind the `#`, or escape it as `\\#`.' },
  MD019: { names: ['no-multiple-space-atx'], summary: 'Leave one space behind the `#`.' },
  MD020: { names: ['no-missing-space-closed-atx'], summary: 'Put a space between the text and each `#`.' },
  MD021: {
    names: ['no-multiple-space-closed-atx'],
    summary: 'Leave one space between the text and each `#`.',
  },
  MD022: { names: ['blanks-around-headings'], summary: 'Put a blank line above and below the heading.' },
  MD023: { names: ['heading-start-left'], summary: 'Move the heading to the start of its line.' },
  MD024: { names: ['no-duplicate-heading'], summary: 'Give the heading words of its own.' },
  MD025: { names: ['single-title', 'single-h1'], summary: 'Keep one title, and lower the other headings.' },
  MD026: { names: ['no-trailing-punctuation'], summary: 'Remove the punctuation at the end of the heading.' },
  MD027: { names: ['no-multiple-space-blockquote'], summary: 'Leave one space behind the `>`.' },
  MD028: {
    names: ['no-blanks-blockquote'],
    summary: 'Put a `>` on the blank line, or text between the quotes.',
  },
  MD029: { names: ['ol-prefix'], summary: 'Number the item as the style of the list asks.' },
  MD030: {
    names: ['list-marker-space'],
    summary: 'Leave the configured number of spaces behind the marker.',
  },
  MD031: { names: ['blanks-around-fences'], summary: 'Put a blank line above and below the code block.' },
  MD032: { names: ['blanks-around-lists'], summary: 'Put a blank line above and below the list.' },
  MD033: { names: ['no-inline-html'], summary: 'Write it in Markdown, or allow the element.' },
  MD034: { names: ['no-bare-urls'], summary: 'Put the URL in `<` and `>`, or give it a link text.' },
  MD035: { names: ['hr-style'], summary: 'Write the thematic break like the others.' },
  MD036: { names: ['no-emphasis-as-heading'], summary: 'Make the line a heading, or a sentence.' },
  MD037: { names: ['no-space-in-emphasis'], summary: 'Remove the spaces inside the markers.' },
  MD038: { names: ['no-space-in-code'], summary: 'Remove the spaces inside the backticks.' },
  MD039: { names: ['no-space-in-links'], summary: 'Remove the spaces inside the brackets.' },
  MD040: {
    names: ['fenced-code-language'],
    summary: 'Name a language behind the fence, `text` if there is none.',
  },
  MD041: { names: ['first-line-heading', 'first-line-h1'], summary: 'Begin the page with its title.' },
  MD042: { names: ['no-empty-links'], summary: 'Give the link a target.' },
  MD043: { names: ['required-headings'], summary: 'Give the page the configured headings, in their order.' },
  MD044: { names: ['proper-names'], summary: 'Spell the name as it is configured.' },
  MD045: { names: ['no-alt-text'], summary: 'Say between the brackets what the image shows.' },
  MD046: {
    names: ['code-block-style'],
    summary: 'Write the code block like the others, fenced or indented.',
  },
  MD047: { names: ['single-trailing-newline'], summary: 'End the file with one line end.' },
  MD048: { names: ['code-fence-style'], summary: 'Fence the block with the characters of the others.' },
  MD049: { names: ['emphasis-style'], summary: 'Mark the emphasis with the character of the others.' },
  MD050: { names: ['strong-style'], summary: 'Mark the strong text with the characters of the others.' },
  MD051: { names: ['link-fragments'], summary: 'Link to an anchor that the page has.' },
  MD052: { names: ['reference-links-images'], summary: 'Define the label, or correct it.' },
  MD053: { names: ['link-image-reference-definitions'], summary: 'Use the definition, or remove it.' },
  MD054: { names: ['link-image-style'], summary: 'Write the link in a style that is allowed.' },
  MD055: { names: ['table-pipe-style'], summary: 'Begin and end the row like the others.' },
  MD056: { names: ['table-column-count'], summary: 'Give the row as many cells as the header has.' },
  MD058: { names: ['blanks-around-tables'], summary: 'Put a blank line above and below the table.' },
  MD059: { names: ['descriptive-link-text'], summary: 'Say in the link text where the link leads.' },
  MD060: { names: ['table-column-style'], summary: 'Space the cells as the style of the table asks.' },
};

/** Names that stand for several rules in configs and comments. */
export const tags: readonly string[] = [
  'accessibility',
  'atx',
  'atx_closed',
  'blank_lines',
  'blockquote',
  'bullet',
  'code',
  'emphasis',
  'hard_tab',
  'headings',
  'hr',
  'html',
  'images',
  'indentation',
  'language',
  'line_length',
  'links',
  'ol',
  'spaces',
  'spelling',
  'table',
  'ul',
  'url',
  'whitespace',
];

export const codes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(table).map(([code, { summary }]) => [code, summary]),
);
