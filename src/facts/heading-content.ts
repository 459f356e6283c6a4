import type { Inline, PageNodes } from '../model.js';

/** A heading's runs, neighbouring prose joined. */
export function headingContent(nodes: PageNodes, heading: number): Inline[] {
  const runs: Inline[] = [];
  const prose = (value: string): void => {
    const last = runs.at(-1);
    if (typeof last === 'string') runs[runs.length - 1] = last + value;
    else if (value !== '') runs.push(value);
  };
  const after = nodes.after(heading);
  for (let node = heading + 1; node < after; node++) {
    switch (nodes.type(node)) {
      case 'text':
        prose(nodes.text(node, 'value').replace(/\r\n?|\n/g, ' '));
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
  return runs;
}
