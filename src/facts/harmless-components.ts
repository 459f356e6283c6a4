/** Components that show what they are given and bring no id of their own; without letter case, `-` and `.`. */
const harmless = new Set(
  `a accordion accordiongroup accordionitem accordions admonition alert anchor apiselect aside asset audio
   available availability avatar badge banner blockquote br browseronly browserwindow button buttons callout
   callouts canonical caption card cardgrid cardgroup cards caution center changelog check checkbox checklist
   clientonly code codeblock codeblocks codegroup codeinline codepen codesandbox codetabs col collapse collapsible
   column columns command container copy copybutton danger details detailssummary divider doccard doccardlist docscard
   docscards dropdown embed example experimental external figcaption figure fileblock files filetree flex folder
   file footnote fragment frame gif grid griditem githublink head heart hero highlight hint hr icon iframe image images
   img important info inlinecode installtabs item kbd keyboard label latex layout li link linkbutton linkcard linkcards
   link lightbox list listcard logo mark math medium mermaid meta mdximage next newbadge nolink note notes nowrap
   ol option options outboundlink p packagemanagers panel paragraph param paramfield picture pill player popover
   preview quote release responsefield responseexample requestexample row routerlink script section selectlang
   separator since slide slides snippet spacer span stackblitz starlightcard status step steps strong style sub
   success summary sup suspense svg tab table tablist tabpanel tabitem tabs tabpane tag tags tbody td tdimage teleport
   term tested text tfoot th thead themedimage themeimage timeline tip tippy tocinline toggle tooltip tr transition
   translate tweet twocolumn twocolumns ul update useCase version versionbadge vimeo video vpbadge warn warning
   youtube youtubeembed zoom zoomable zoomimage`
    .toLowerCase()
    .split(/\s+/),
);

/** Whether a component is known by its name to render nothing that a link could lead to. */
export function isHarmless(name: string): boolean {
  const folded = (name.split('.').at(-1) as string).toLowerCase().replaceAll(/[-_]/g, '');
  return harmless.has(folded) || /(?:icon|image|badge|button|link|logo|video)s?$/.test(folded);
}
