import { readFileSync } from 'node:fs';

const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const dialectNames = {
  github: 'GitHub',
  gitlab: 'GitLab from 17',
  'gitlab-16': 'GitLab before 17',
  bitbucket: 'Bitbucket',
  'azure-devops': 'Azure DevOps',
  gitea: 'Gitea',
  docusaurus: 'Docusaurus',
  vitepress: 'VitePress',
  starlight: 'Starlight',
  mkdocs: 'MkDocs',
  mdbook: 'mdBook',
  hugo: 'Hugo',
  docfx: 'DocFX',
  kramdown: 'kramdown',
  'kramdown-gfm': 'kramdown with GFM',
  vscode: 'VS Code',
  several: 'GitHub and MkDocs at once',
};

/** The scores as Markdown. */
export function tables(cases, results) {
  const github = cases.filter(({ dialect }) => dialect === 'github');
  return [
    '## GitHub',
    overview(github, results),
    'The cases that one page alone decides, for tools that look at one page at a time: anchors of the same page, references, links without a URL, and text that only looks like a link.',
    overview(
      github.filter(({ scope }) => scope === 'page'),
      results,
    ),
    'By group, how many of the cases each tool has right:',
    byGroup(github, results, ({ groupTitle }) => groupTitle),
    '## By dialect',
    'A tool is scored on a dialect where its documentation says that it knows it; a dash stands for the others.',
    byGroup(cases, results, ({ dialect }) => dialectNames[dialect]),
    '## How each was set up',
    results.map(({ tool }) => `- **${tool.name}**${versionOf(tool)}: ${tool.setup}`).join('\n'),
  ]
    .map((block) => `${block}\n`)
    .join('\n');
}

/** Of a peer; docs-lint is scored as it stands. */
function versionOf({ name, package: packageName }) {
  if (packageName === undefined) return '';
  const version = dependencies[packageName];
  return packageName === name ? ` ${version}` : ` (${packageName} ${version})`;
}

function overview(cases, results) {
  const rows = results.map(({ tool, outcomes }) => {
    const count = (outcome) => cases.filter(({ id }) => outcomes.get(id) === outcome).length;
    return [tool.name, ...['right', 'false alarm', 'missed'].map(count)];
  });
  return table([`${cases.length} cases`, 'right', 'false alarms', 'missed'], rows);
}

/** A row for each name that cases share, in the order of `dialectNames` and then of the cases. */
function byGroup(cases, results, nameOf) {
  const order = Object.values(dialectNames);
  const names = [...new Set(cases.map(nameOf))].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const rows = names.map((name) => {
    const ids = cases.filter((one) => nameOf(one) === name).map(({ id }) => id);
    const scores = results.map(({ outcomes }) => {
      const known = ids.filter((id) => outcomes.has(id));
      return known.length === 0 ? '–' : known.filter((id) => outcomes.get(id) === 'right').length;
    });
    return [name, ids.length, ...scores];
  });
  return table(['', 'cases', ...results.map(({ tool }) => tool.name)], rows);
}

function table(header, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = header.map((_cell, index) => (index === 0 ? '---' : '--:'));
  return [line(header), line(rule), ...rows.map(line)].join('\n');
}
