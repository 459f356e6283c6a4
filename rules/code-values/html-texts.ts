import { Parser } from 'htmlparser2';
import { foldSpace } from './places/pieces.js';

const inline = new Set(
  'a abbr b bdi cite code data del dfn em font i img ins kbd label mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** The texts of raw HTML as a reader sees them, one for each element that makes a block of its own. */
export function htmlTexts(html: string): string[] {
  const texts: string[] = [];
  let text = '';
  const end = (tag: string) => {
    if (inline.has(tag)) return;
    texts.push(foldSpace(text));
    text = '';
  };
  const parser = new Parser({
    onopentagname: end,
    onclosetag: end,
    ontext: (more) => {
      text += more;
    },
  });
  parser.end(html);
  end('');
  return texts.filter((found) => found !== '');
}
