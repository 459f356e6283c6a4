import type { Nodes, Parents } from 'mdast';
import type { Inline } from '../model.js';

/** A heading's runs, neighbouring prose joined. */
export function headingContent(heading: Parents): readonly Inline[] {
  const runs: Inline[] = [];
  const prose = (value: string): void => {
    const last = runs.at(-1);
    if (typeof last === 'string') runs[runs.length - 1] = last + value;
    else if (value !== '') runs.push(value);
  };
  const visit = (node: Nodes): void => {
    switch (node.type) {
      case 'text':
        prose(node.value.replace(/\r\n?|\n/g, ' '));
        break;
      case 'break':
        prose(' ');
        break;
      case 'inlineCode':
        runs.push(['code', node.value]);
        break;
      case 'image':
      case 'imageReference':
        runs.push(['alt', node.alt ?? '']);
        break;
      case 'html':
        runs.push(['html', node.value]);
        break;
      case 'mdxTextExpression':
        runs.push(['html', `{${node.value}}`]);
        break;
      case 'footnoteReference':
        runs.push(['footnote', node.label ?? node.identifier]);
        break;
      default:
        if ('children' in node) node.children.forEach(visit);
    }
  };
  heading.children.forEach(visit);
  return runs;
}
