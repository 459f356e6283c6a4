import { Buffer } from 'node:buffer';
import type { Nodes } from 'mdast';
import type { NodeType, PageNodes, TextField } from '../page-nodes.js';

/** By satteri's numbers. What is not among them is MDX, or an extension that is off. */
const types =
  `root paragraph heading thematicBreak blockquote list listItem html code definition text emphasis strong
  inlineCode break link image linkReference imageReference footnoteDefinition footnoteReference table tableRow tableCell
  delete yaml toml`.split(/\s+/) as readonly NodeType[];
const numbers = new Map(types.map((type, number) => [type, number]));
const [listItem, heading] = [types.indexOf('listItem'), types.indexOf('heading')];

/** Where satteri's buffer has what, and a node has what, in words of four bytes. */
const magic = 0x5241444d;
const header = { magic: 0, size: 2, count: 3, nodes: 4, children: 6, data: 8, strings: 10, extras: 11 };
const size = 13;
const at = {
  type: 1,
  parent: 2,
  start: 3,
  end: 4,
  line: 5,
  children: 9,
  childCount: 10,
  data: 11,
  dataSize: 12,
};

/** Where the data of a node refer to a text, in bytes. */
const places: Readonly<Record<TextField, Partial<Record<NodeType, number>>>> = {
  value: { html: 0, text: 0, inlineCode: 0, yaml: 0, toml: 0, code: 16 },
  url: { definition: 0, link: 0, image: 0 },
  title: { definition: 8, link: 8, image: 16 },
  alt: { image: 8, imageReference: 20 },
  lang: { code: 0 },
  label: { footnoteReference: 8 },
};

/**
 * The nodes of a page as satteri hands them over: what is asked is read where it stands. Undefined for a buffer in which
 * the nodes are not in document order, have no position, or are nested more than `maxDepth` levels deep, and for one of
 * another layout than the one that is known here.
 */
export function satteriNodes(
  bytes: Uint8Array,
  maxDepth: number,
  whole: (node: number) => Nodes,
): PageNodes | undefined {
  if (bytes.byteOffset % 4 !== 0) return undefined;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  if (words[header.magic] !== magic || words[header.size] !== size * 4 || words[header.extras] !== 0)
    return undefined;
  const afters = aftersOf(words, maxDepth);
  return afters && new SatteriNodes(bytes, words, afters, whole);
}

/** Where the heights of the nodes of a page are worked out; each is written before it is read. */
const room = new Uint16Array(1 << 14);

/** The number behind what is below each node; undefined where the tree is none that can be read by numbers. */
function aftersOf(words: Uint32Array, maxDepth: number): Uint32Array | undefined {
  const count = words[header.count] as number;
  const nodes = (words[header.nodes] as number) >> 2;
  const children = (words[header.children] as number) >> 2;
  const afters = new Uint32Array(count);
  const heights = count <= room.length ? room : new Uint16Array(count);
  for (let node = count - 1; node >= 0; node--) {
    const base = nodes + node * size;
    if (words[base + at.line] === 0 || ((words[base + at.type] as number) & 0xff) >= types.length)
      return undefined;
    const from = children + (words[base + at.children] as number);
    const to = from + (words[base + at.childCount] as number);
    let after = node + 1;
    let height = 0;
    for (let place = from; place < to; place++) {
      const child = words[place] as number;
      if (child !== after || child >= count) return undefined;
      after = afters[child] as number;
      height = Math.max(height, (heights[child] as number) + 1);
    }
    if (height > maxDepth) return undefined;
    afters[node] = after;
    heights[node] = height;
  }
  return afters[0] === count ? afters : undefined;
}

/** A class, since there is one for each page, and a closure for each method of each page takes its time. */
class SatteriNodes implements PageNodes {
  readonly count: number;
  readonly whole: (node: number) => Nodes;
  readonly #words: Uint32Array;
  readonly #afters: Uint32Array;
  readonly #nodes: number;
  readonly #children: number;
  readonly #buffer: Buffer;

  constructor(bytes: Uint8Array, words: Uint32Array, afters: Uint32Array, whole: (node: number) => Nodes) {
    this.count = afters.length;
    this.whole = whole;
    this.#words = words;
    this.#afters = afters;
    this.#nodes = (words[header.nodes] as number) >> 2;
    this.#children = (words[header.children] as number) >> 2;
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  of(wanted: readonly NodeType[]): number[] {
    const isWanted = new Uint8Array(types.length);
    for (const type of wanted) {
      const number = numbers.get(type);
      if (number !== undefined) isWanted[number] = 1;
    }
    const words = this.#words;
    const found: number[] = [];
    let place = this.#nodes + at.type;
    for (let node = 0; node < this.count; node++, place += size)
      if (isWanted[(words[place] as number) & 0xff] === 1) found.push(node);
    return found;
  }

  type(node: number): NodeType {
    return types[this.#number(node)] as NodeType;
  }

  start(node: number): number {
    return this.#word(node, at.start);
  }

  end(node: number): number {
    return this.#word(node, at.end);
  }

  parent(node: number): number {
    return node === 0 ? -1 : this.#word(node, at.parent);
  }

  lastChild(node: number): number {
    const count = this.#word(node, at.childCount);
    return count === 0
      ? -1
      : (this.#words[this.#children + this.#word(node, at.children) + count - 1] as number);
  }

  after(node: number): number {
    return this.#afters[node] as number;
  }

  text(node: number, field: TextField): string {
    const offset = places[field][this.type(node)];
    if (offset === undefined || offset + 8 > this.#word(node, at.dataSize)) return '';
    const data = this.#data(node) + offset;
    const length = this.#buffer.readUInt32LE(data + 4);
    if (length === 0) return '';
    const start = (this.#words[header.strings] as number) + this.#buffer.readUInt32LE(data);
    return this.#buffer.toString('utf8', start, start + length);
  }

  depth(node: number): number {
    return this.#number(node) === heading ? (this.#buffer[this.#data(node)] as number) : 0;
  }

  isTask(node: number): boolean {
    return this.#number(node) === listItem && this.#buffer[this.#data(node)] !== 2;
  }

  #word(node: number, place: number): number {
    return this.#words[this.#nodes + node * size + place] as number;
  }

  #number(node: number): number {
    return this.#word(node, at.type) & 0xff;
  }

  #data(node: number): number {
    return (this.#words[header.data] as number) + this.#word(node, at.data);
  }
}
