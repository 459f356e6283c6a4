import type { PhrasingContent, RootContent, Table } from 'mdast';
import { columns } from './columns.js';
import type { Terminal } from './format.js';
import { type Look, lookOf } from './look.js';
import { safeLines, safeTerminal } from './safe.js';
import { readable, wrap } from './wrap.js';

/** A Markdown page, or a part of one, for a terminal: headings stand out, prose is wrapped, code is indented. */
export function renderPage(nodes: readonly RootContent[], terminal: Terminal): string {
  const look = lookOf(terminal);
  const width = Math.min(look.width, readable);
  return safeLines(blocks(nodes, width, look));
}

function blocks(nodes: readonly RootContent[], width: number, look: Look): string[] {
  return nodes.flatMap((node, index) => {
    const lines = block(node, Math.max(width, 20), look);
    return index === 0 || lines.length === 0 ? lines : ['', ...lines];
  });
}

function block(node: RootContent, width: number, look: Look): string[] {
  switch (node.type) {
    case 'heading': {
      const lines = wrap(inline(node.children), width);
      const title = lines.map((line) => look.strong(node.depth === 1 ? line : look.second(line)));
      return node.depth === 1 ? [...title, look.faint('═'.repeat(columns(lines[0] ?? '')))] : title;
    }
    case 'paragraph':
      return prose(node.children, width, look);
    case 'list':
      return node.children.flatMap((item, index) => {
        const mark = node.ordered ? `${(node.start ?? 1) + index}. ` : '- ';
        const lines = tight(item.children, width - mark.length, look);
        return indented(lines, ' '.repeat(mark.length), mark);
      });
    case 'blockquote':
      return indented(blocks(node.children, width - 2, look), `${look.faint('│')} `);
    case 'code':
      return [
        ...label(node.lang, node.meta).map((name) => `  ${look.faint(name)}`),
        ...node.value
          .split('\n')
          .map((line) => `    ${safeTerminal(line.replaceAll('\t', '    '))}`.trimEnd()),
      ];
    case 'table':
      return table(node, width, look);
    case 'html':
      return node.value.split('\n').map((line) => look.faint(safeTerminal(line)));
    case 'thematicBreak':
      return [look.faint('─'.repeat(width))];
    default:
      return 'children' in node ? blocks(node.children as RootContent[], width, look) : [];
  }
}

/** Blocks of a list's item, without empty lines between them where there is no code. */
function tight(nodes: readonly RootContent[], width: number, look: Look): string[] {
  return nodes.some(({ type }) => type === 'code')
    ? blocks(nodes, width, look)
    : nodes.flatMap((node) => block(node, Math.max(width, 20), look));
}

function indented(lines: readonly string[], indent: string, first = indent): string[] {
  return lines.map((line, index) => (index === 0 ? first : indent) + line).map((line) => line.trimEnd());
}

/** The file that a block of code stands for, else its language. */
function label(lang?: string | null, meta?: string | null): string[] {
  const file = /(?:^|\s)((?:unsafely-)?fixed|file)=(?:"([^"]+)"|(\S+))/.exec(meta ?? '');
  const name = file ? `${file[2] ?? file[3]}${file[1] === 'file' ? '' : ', fixed'}` : (lang ?? '');
  return name === '' ? [] : [safeTerminal(name)];
}

function prose(nodes: readonly PhrasingContent[], width: number, look: Look): string[] {
  return look.prose(wrap(inline(nodes), width).join('\n')).split('\n');
}

/** Inline content as one line of safe text, code in backticks. */
function inline(nodes: readonly PhrasingContent[]): string {
  return nodes.map(inlineOf).join('').replace(/\s+/g, ' ');
}

function inlineOf(node: PhrasingContent): string {
  switch (node.type) {
    case 'inlineCode':
      return `\`${safeTerminal(node.value)}\``;
    case 'break':
      return ' ';
    case 'image':
    case 'imageReference':
      return safeTerminal(node.alt ?? '');
    case 'link': {
      const text = inline(node.children);
      const isElsewhere = /^https?:/.test(node.url) && text !== node.url;
      return isElsewhere ? `${text} (${safeTerminal(node.url)})` : text;
    }
    default:
      if ('children' in node) return inline(node.children);
      return 'value' in node ? safeTerminal(node.value.replace(/\s+/g, ' ')) : '';
  }
}

/** In columns as wide as they need to be; what does not fit is wrapped in the last one. */
function table({ children: rows }: Table, width: number, look: Look): string[] {
  const cells = rows.map(({ children }) => children.map((cell) => inline(cell.children)));
  const count = Math.max(0, ...cells.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...cells.map((row) => columns(row[column] ?? ''))),
  );
  const before = widths.slice(0, -1).reduce((sum, one) => sum + one + 2, 0);
  const last = width - before;
  if (last < 20) {
    return cells.slice(1).flatMap((row) =>
      indented(
        row.flatMap((cell) => wrap(cell, width - 2)),
        '  ',
        '- ',
      ),
    );
  }
  return cells.flatMap((row, index) => {
    const lead = row
      .slice(0, count - 1)
      .map((cell, at) => pad(cell, widths[at] ?? 0))
      .join('  ');
    const tail = wrap(row[count - 1] ?? '', last);
    const lines = tail.map((line, at) => (at === 0 && count > 1 ? `${lead}  ` : ' '.repeat(before)) + line);
    return index === 0
      ? lines.map((line) => look.strong(line.trimEnd()))
      : look.prose(lines.map((line) => line.trimEnd()).join('\n')).split('\n');
  });
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)));
}
