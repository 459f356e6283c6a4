const esc = '\u001b';
/** What changes the style, and nothing else. */
const sequence = new RegExp(`${esc}\\[([\\d;]*)m`, 'g');

/** Columns and lines of a picture, in its own units. */
const cell = { width: 7.2, height: 17 };
const margin = 16;

const classes: Readonly<Record<string, string>> = {
  '1': 'b',
  '2': 'd',
  '31': 'r',
  '32': 'g',
  '33': 'y',
  '36': 'c',
};
/** What takes a style away, by the styles that it takes. */
const ends: Readonly<Record<string, readonly string[]>> = {
  '0': Object.keys(classes),
  '22': ['1', '2'],
  '39': ['31', '32', '33', '36'],
};

const style = `text{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;white-space:pre;fill:#1f2328}
rect{fill:#f6f8fa;stroke:#d1d9e0}.b{font-weight:600}.d{fill:#59636e}.r{fill:#cf222e}.g{fill:#1a7f37}.y{fill:#9a6700}.c{fill:#0a6b74}
@media (prefers-color-scheme:dark){text{fill:#e6edf3}rect{fill:#0d1117;stroke:#3d444d}.d{fill:#9198a1}.r{fill:#ff7b72}.g{fill:#3fb950}.y{fill:#d29922}.c{fill:#56d4dd}}`;

/** What a terminal shows, with its colours, as a picture for pages that are light or dark. */
export function drawTerminal(output: string, title: string): string {
  const lines = output.replace(/\n+$/, '').split('\n');
  const columns = Math.max(...lines.map((line) => plain(line).length));
  const width = Math.ceil(columns * cell.width) + 2 * margin;
  const height = lines.length * cell.height + 2 * margin;
  const rows = lines.map((line, index) => row(line, margin + (index + 0.75) * cell.height)).filter(Boolean);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">`,
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6"/>`,
    ...rows,
    '</svg>',
    '',
  ].join('\n');
}

/** One line; each run of characters has the length that its columns have, whatever the font. */
function row(line: string, y: number): string {
  const shown = plain(line);
  if (shown.trim() === '') return '';
  const on = new Set<string>();
  const spans = line.split(sequence).flatMap((part, index) => {
    const codes = index % 2 === 1 ? part.split(';') : undefined;
    if (!codes) return part === '' ? [] : [span(part, on)];
    for (const code of codes) {
      for (const ended of ends[code] ?? []) on.delete(ended);
      if (classes[code]) on.add(code);
    }
    return [];
  });
  const length = Math.round(shown.length * cell.width * 10) / 10;
  return `<text x="${margin}" y="${y}" textLength="${length}" xml:space="preserve">${spans.join('')}</text>`;
}

function span(text: string, on: ReadonlySet<string>): string {
  const names = [...on].map((code) => classes[code]).join(' ');
  return names === '' ? escaped(text) : `<tspan class="${names}">${escaped(text)}</tspan>`;
}

function plain(line: string): string {
  return line.replace(sequence, '');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
