import { createHash } from 'node:crypto';
import type { Result } from '../model.js';
import type { Format, ReportContext } from './format.js';
import { reportData } from './html/report-data.js';
import { safeJson, safeXml } from './safe.js';

/**
 * A page to look at in a browser, in one file: problems by page, rule and code, and the link graph. It loads nothing,
 * and its policy lets nothing run but its own code.
 */
export const html: Format = { name: 'html', render };

function render(result: Result, context: ReportContext): string {
  const data = reportData(result, context);
  const { script, style } = context.browserCode?.() ?? { script: '', style: '' };
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${safeXml(`${data.title}: ${data.verdict}`)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<noscript><p>${safeXml(data.verdict)}. To see more, let the script of this page run.</p></noscript>`,
    '<div id="report"></div>',
    `<script type="application/json" id="data">${embedded(data)}</script>`,
    `<script>${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** JSON that is one line, and in which no tag or comment of HTML begins or ends. */
function embedded(data: object): string {
  return safeJson(JSON.stringify(data)).replace(
    /[<>&]/g,
    (char) => `\\u00${char.charCodeAt(0).toString(16)}`,
  );
}

function hashOf(code: string): string {
  return `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
}
