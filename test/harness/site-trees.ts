/** One small tree for each way to show pages: the same pages and images, linked in the forms that each one knows. */
export const siteTrees: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  github: {
    'README.md':
      '# Top\n\n[guide](docs/guide/) [install](./docs/install.md#set-up) [logo](/docs/images/logo.svg)\n',
    'docs/install.md':
      '---\nimage: images/logo.svg\n---\n\n# Install\n\n## Set up\n\n[a](guide/first.md?x=1#one) [b](<guide/with space.md>) [c](guide/with%20space.md "t")\n\n![i](./images/logo.svg) <img src="images/logo.svg" srcset="images/logo.svg 2x"> <a href=\'guide/first.md#one\'>x</a>\n\n[ref]: guide/first.md\n\n[up]: ../README.md#top\n\n[ref] and [up], [issues](../../../issues), [self](#set-up), [self too](install.md#set-up)\n\n[escaped](guide/under\\_score.md#one)\n',
    'docs/guide/README.md':
      '# Guide\n\n[first](first.md) [dir](../guide/) [top](/README.md) [install](../install.md)\n',
    'docs/guide/first.md':
      '# First\n\n## One\n\n## One\n\n[second one](#one-1) [up](..) [guide](./) [code](../../src/a.ts#L1)\n',
    'docs/guide/with space.md': '# Space\n\n[x](first.md#one-1)\n',
    'docs/guide/under_score.md': '# Score\n\n## One\n\n[x](with%20space.md#space)\n',
    'docs/images/logo.svg': '<svg/>\n',
    'src/a.ts': '// See docs/install.md#set-up and docs/guide/first.md.\nexport const a = 1;\n',
    'docs-lint.config.json':
      '{ "rules": { "broken-links": ["error", { "frontMatter": ["image"] }], "doc-links-in-code": ["error", { "sources": ["src/**"] }] }, "overrides": [{ "files": ["docs/guide/first.md"], "rules": { "no-emdash": "off" } }] }\n',
  },
  manifest: {
    'docs/manifest.json':
      '{\n  "versions": ["main"],\n  "routes": [\n    { "title": "A", "description": "a", "path": "./README.md", "icon_path": "./images/a.svg" },\n    { "title": "B", "description": "b", "path": "./guide/index.md", "children": [{ "title": "C", "description": "c", "path": "guide/c.md" }] }\n  ]\n}\n',
    'docs/README.md': '# A\n\n[b](./guide/index.md) [c](./guide/c.md#c)\n',
    'docs/guide/index.md': '# B\n\n[a](../README.md) [c](./c.md)\n',
    'docs/guide/c.md': '# C\n\n![i](../images/a.svg) [b](index.md)\n',
    'docs/images/a.svg': '<svg/>\n',
  },
  mkdocs: {
    'mkdocs.yml':
      'site_name: Test\nplugins:\n  - redirects:\n      redirect_maps:\n        "older.md": "guide/first.md"\nnav:\n  - Home: index.md\n  - First: guide/first.md\n',
    'docs/index.md': '# Home\n\n[a](guide/first.md#one) <a href="guide/first/">raw</a> [g](guide/index.md)\n',
    'docs/guide/index.md': '# Guide\n\n[a](first.md) [home](../index.md)\n',
    'docs/guide/first.md':
      '# First\n\n## One\n\n<img src="../../images/a.png"> ![i](../images/a.png) [h](../index.md) [abs](/guide/first/)\n',
    'docs/images/a.png': 'png\n',
  },
  docusaurus: {
    'docusaurus.config.js':
      "module.exports = { title: 'x', url: 'https://example.com', baseUrl: '/', presets: [['classic', { docs: { sidebarPath: './sidebars.js' } }]] };\n",
    'sidebars.js': "module.exports = { docs: ['intro', 'guide/first'] };\n",
    'docs/intro.md':
      '# Intro\n\n[a](./guide/first.md#one) [b](/docs/guide/first) [c](guide/second) [d](/docs/guide/first#one) [e](./guide/second.mdx)\n',
    'docs/guide/first.md': '# First\n\n## One\n\n[i](../intro.md) [s](./second) ![i](./a.png)\n',
    'docs/guide/second.mdx':
      '# Second {#two}\n\n[f](first.md#one) [f2](./first#one) <a href="/docs/intro">x</a>\n',
    'docs/guide/a.png': 'png\n',
  },
  vitepress: {
    'docs/.vitepress/config.ts': "export default { title: 'x' };\n",
    'docs/index.md':
      '# Home\n\n[a](/guide/first) [b](./guide/first.md) [c](/guide/) [d](guide/first.html#one)\n',
    'docs/guide/index.md':
      '# Guide\n\n[a](./first) [h](/) [f](/guide/first.html)\n\n<!--@include: ./part.md-->\n',
    'docs/guide/part.md': '## Part\n\nText.\n',
    'docs/guide/first.md': '# First\n\n## One\n\n![i](/a.png) [p](./#part) [g](../guide/index.md#part)\n',
    'docs/public/a.png': 'png\n',
    'docs/public/_redirects': '/old /guide/first 301\n',
  },
  starlight: {
    'astro.config.mjs':
      "import starlight from '@astrojs/starlight';\nexport default { integrations: [starlight({ title: 'x' })] };\n",
    'src/content/docs/index.mdx': '# Home\n\n[a](/guide/first/) [b](/guide/second/#two)\n',
    'src/content/docs/guide/first.md':
      '# First\n\n[s](/guide/second/) [r](../second/) ![i](../../../assets/a.png)\n',
    'src/content/docs/guide/second.md': '# Second\n\n## Two\n\n[f](/guide/first/) [h](/)\n',
    'src/assets/a.png': 'png\n',
    'docs-lint.config.json': '{ "docs": ["src/content/docs"] }\n',
  },
  hugo: {
    'hugo.toml': 'baseURL = "https://example.com/"\n',
    'content/_index.md': '# Home\n\n[a](/docs/first/) {{< ref "docs/second.md" >}}\n',
    'content/docs/_index.md': '# Docs\n\n[f](first/) [s]({{< relref "second.md" >}})\n',
    'content/docs/first.md':
      '---\naliases:\n  - /older/\n---\n\n# First\n\n[s](/docs/second/#two) [r](../second/)\n',
    'content/docs/second.md': '# Second\n\n## Two\n\n[f](/docs/first/) ![i](/a.png)\n',
    'static/a.png': 'png\n',
    'docs-lint.config.json': '{ "docs": ["content"] }\n',
  },
  mdbook: {
    'book.toml': '[book]\ntitle = "x"\n',
    'src/SUMMARY.md': '# Summary\n\n- [First](first.md)\n- [Second](guide/second.md)\n',
    'src/first.md': '# First\n\n[s](guide/second.md#two) [h](guide/second.html) {{#include ../code.rs}}\n',
    'src/guide/second.md': '# Second\n\n## Two\n\n[f](../first.md) [f](../first.html#first)\n',
    'code.rs': 'fn main() {}\n',
    'docs-lint.config.json': '{ "docs": ["src"] }\n',
  },
  docfx: {
    'docfx.json': '{ "build": { "content": [{ "files": ["**/*.md"] }] } }\n',
    'docs/index.md': '# Home\n\n[a](guide/first.md#one) [b](~/docs/guide/second.md) [c](guide\\second.md)\n',
    'docs/guide/first.md':
      '# First\n\n## One\n\n[s](second.md) [h](../index.md) [i](../INDEX.md)\n\n[!INCLUDE [x](part.md)]\n',
    'docs/guide/part.md': 'Text.\n',
    'docs/guide/second.md': '# Second\n\n[f](./first.md#one)\n',
    'docs-lint.config.json': '{ "site": { "generator": "docfx" } }\n',
  },
  jekyll: {
    '_config.yml': 'title: x\n',
    'docs/index.md': '# Home\n\n[a](guide/first.html) [b](guide/second.md)\n',
    'docs/guide/first.md': '---\nredirect_from:\n  - /older/\n---\n\n# First\n\n[s](second.html#two)\n',
    'docs/guide/second.md': '# Second\n\n## Two\n\n[f](first.md)\n',
    'docs-lint.config.json': '{ "site": { "generator": "kramdown" } }\n',
  },
};
