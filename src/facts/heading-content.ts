import type { Inline, PageNodes } from '../model.js';

/** A heading's runs, neighbouring prose joined. */
export function headingContent(nodes: PageNodes, heading: number): Inline[] {
  const after = nodes.after(heading);
  if (after === heading + 2 && nodes.type(heading + 1) === 'text') {
    const value = proseOf(nodes, heading + 1);
    return value === '' ? [] : [value];
  }
  const runs: Inline[] = [];
  const prose = (value: string): void => {
    const last = runs.at(-1);
    if (typeof last === 'string') runs[runs.length - 1] = last + value;
    else if (value !== '') runs.push(value);
  };
  for (let node = heading + 1; node < after; node++) {
    switch (nodes.type(node)) {
      case 'text':
        prose(proseOf(nodes, node));
        break;
      case 'break':
        prose(' ');
        break;
      case 'inlineCode':
        runs.push(['code', nodes.text(node, 'value')]);
        break;
      case 'image':
      case 'imageReference':
        runs.push(['alt', nodes.text(node, 'alt')]);
        break;
      case 'html':
        runs.push(['html', nodes.text(node, 'value')]);
        break;
      case 'mdxTextExpression':
        runs.push(['html', `{${nodes.text(node, 'value')}}`]);
        break;
      case 'footnoteReference':
        runs.push(['footnote', nodes.text(node, 'label')]);
        break;
    }
  }
  // What was pushed to has room for more, and this is kept.
  return runs.slice();
}

function proseOf(nodes: PageNodes, text: number): string {
  return withoutIcons(nodes.text(text, 'value').replace(/\r\n?|\n/g, ' '));
}

const icon = /\{\{<[ \t]*(?:\w*icons?|fa[bsrl]?|\w*badge|emoji|svg|img)(?:[ \t][^{}]*)?>\}\}[ \t]*/g;

/** Shortcodes of Hugo that show a picture are no part of a heading's words. */
export function withoutIcons(text: string): string {
  return text.includes('{{<') ? text.replace(icon, '') : text;
}
