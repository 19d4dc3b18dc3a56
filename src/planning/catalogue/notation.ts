import type { ParameterType, ShapeFacts } from './facts.js';

/**
 * How the catalogue's files write shapes. Members are separated by spaces: `name`, `name!` where it has to be given,
 * `name:type` where it is no text. A type is a word (`integer`, `timestamp`, `object`), members in braces, texts in
 * parentheses (`(on|off)`) or `$Name` of an entry of the file's `shapes`, with `[]` behind it for each list around it.
 */
export interface ShapeReader {
  members(text: string): ReadonlyMap<string, ShapeFacts>;
  type(text: string): ShapeFacts;
}

/** References are followed this deep; shapes may contain themselves. */
const DEEPEST = 4;

/** Reads shapes of one service. `shapes` holds what `$Name` means; each is read when it is first met. */
export function createShapeReader(shapes: Readonly<Record<string, string>>): ShapeReader {
  const trees = new Map<string, Tree>();
  const read = new Map<string, Contents>();

  function treeOf(name: string): Tree {
    const known = trees.get(name);
    if (known !== undefined) return known;
    const text = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    if (text === undefined) throw new TypeError(`The catalogue refers to the shape ${name} and does not hold it.`);
    const tree = parseType(text);
    trees.set(name, tree);
    return tree;
  }

  function factsOf({ word, lists, ...contents }: Tree, required: boolean, depth: number): ShapeFacts {
    if (!word.startsWith('$')) return { type: typeWord(word, lists), required, ...contentsOf(contents, depth) };
    const name = word.slice(1);
    const target = treeOf(name);
    const key = `${name} ${depth}`;
    const known = read.get(key) ?? contentsOf(target, depth);
    read.set(key, known);
    return { type: typeWord(target.word, target.lists + lists), required, ...known };
  }

  function contentsOf({ members, values }: Pick<Tree, 'members' | 'values'>, depth: number): Contents {
    if (values !== undefined) return { values };
    return members === undefined || depth === 0 ? {} : { members: membersOf(members, depth - 1) };
  }

  function membersOf(members: readonly Member[], depth: number): ReadonlyMap<string, ShapeFacts> {
    return new Map(members.map(({ name, required, tree }) => [name, factsOf(tree, required, depth)]));
  }

  return {
    members: (text) => membersOf(parseMembers(text), DEEPEST),
    type: (text) => factsOf(parseType(text), false, DEEPEST),
  };
}

type Contents = Pick<ShapeFacts, 'members' | 'values'>;

interface Tree {
  readonly word: string;
  readonly lists: number;
  readonly members?: readonly Member[];
  readonly values?: readonly string[];
}

interface Member {
  readonly name: string;
  readonly required: boolean;
  readonly tree: Tree;
}

const WORDS: readonly ParameterType[] = [
  'string',
  'integer',
  'number',
  'boolean',
  'timestamp',
  'blob',
  'object',
  'list',
];
const LISTS: readonly ParameterType[] = ['string[]', 'integer[]', 'number[]', 'boolean[]', 'timestamp[]', 'object[]'];

function typeWord(word: string, lists: number): ParameterType {
  const known = WORDS.find((candidate) => candidate === word);
  if (known === undefined) throw new TypeError(`The catalogue has no type "${word}".`);
  if (lists === 0) return known;
  return lists > 1 ? 'list' : (LISTS.find((candidate) => candidate === `${word}[]`) ?? 'list');
}

function parseMembers(text: string): readonly Member[] {
  const parser = new Parser(text);
  const members = parser.members();
  parser.end();
  return members;
}

function parseType(text: string): Tree {
  const parser = new Parser(text);
  const tree = parser.type();
  parser.end();
  return tree;
}

const TEXT: Tree = { word: 'string', lists: 0 };
const NAME = /[^\s:!{}()[\]|]+/y;
const VALUES = /\(([^()]*)\)/y;

class Parser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  members(): readonly Member[] {
    const members: Member[] = [];
    while (this.#at < this.#text.length && this.#text[this.#at] !== '}') {
      const name = this.#match(NAME)?.[0];
      if (name === undefined) throw this.#broken();
      const required = this.#skip('!');
      members.push({ name, required, tree: this.#skip(':') ? this.type() : TEXT });
      this.#skip(' ');
    }
    return members;
  }

  type(): Tree {
    const base = this.#base();
    let lists = 0;
    while (this.#skip('[]')) lists += 1;
    return lists === 0 ? base : { ...base, lists };
  }

  end(): void {
    if (this.#at < this.#text.length) throw this.#broken();
  }

  #base(): Tree {
    if (this.#skip('{')) {
      const members = this.members();
      if (!this.#skip('}')) throw this.#broken();
      return { word: 'object', lists: 0, members };
    }
    const values = this.#match(VALUES)?.[1];
    if (values !== undefined) return { word: 'string', lists: 0, values: values.split('|') };
    const word = this.#match(NAME)?.[0];
    if (word === undefined) throw this.#broken();
    return { word, lists: 0 };
  }

  #skip(text: string): boolean {
    const found = this.#text.startsWith(text, this.#at);
    if (found) this.#at += text.length;
    return found;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    // Set before each use: a sticky expression remembers its place.
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found !== null) this.#at = pattern.lastIndex;
    return found;
  }

  #broken(): TypeError {
    return new TypeError(`The catalogue cannot be read at "${this.#text.slice(this.#at, this.#at + 40)}".`);
  }
}
