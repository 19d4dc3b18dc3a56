import type { Shape, Shapes } from './botocore.js';

/** Closed sets of texts that are written out: longer ones say little and weigh much. */
const MOST_VALUES = 8;

/**
 * The shapes that a service's file holds, in the notation of `src/planning/catalogue/notation.ts`: structures and closed
 * sets of texts. What lies deeper than the given depth is only called `object`.
 */
export interface ShapeTable {
  /**
   * Keeps a structure and what is below it, `depth` structures deep. `inPlace`: its members are kept, itself is not.
   * `values`: closed sets of texts are kept as well.
   */
  include(shape: string, depth: number, options: { readonly inPlace?: boolean; readonly values?: boolean }): void;
  /** The type of a shape: `string`, `integer[]`, `$Volume[]`. */
  typeOf(shape: string): string;
  /** `Name:type` of each member, separated by spaces; required ones are marked `!`. */
  members(shape: string, except?: ReadonlySet<string>): string;
  /** Puts shapes that only one of all texts refers to where they are referred to; the rest are the file's entries. */
  finish(texts: readonly string[]): FinishedShapes;
}

export interface FinishedShapes {
  inline(text: string): string;
  /** What is still referred to, sorted by name. */
  readonly entries: readonly (readonly [name: string, content: string])[];
}

const REFERENCE = /\$([A-Za-z0-9_]+)/g;

const SCALARS: Readonly<Record<string, string>> = {
  string: 'string',
  character: 'string',
  integer: 'integer',
  long: 'integer',
  bigInteger: 'integer',
  float: 'number',
  double: 'number',
  bigDecimal: 'number',
  boolean: 'boolean',
  timestamp: 'timestamp',
  blob: 'blob',
  map: 'object',
};

export function createShapeTable(shapes: Shapes): ShapeTable {
  const kept = new Map<string, number>();
  const shapeOf = (name: string): Shape => {
    const shape = shapes[name];
    if (shape === undefined) throw new Error(`The model refers to the shape ${name}, and has none of that name.`);
    return shape;
  };

  function include(
    name: string,
    depth: number,
    options: { readonly inPlace?: boolean; readonly values?: boolean },
  ): void {
    const shape = shapeOf(name);
    if (shape.type === 'list' && shape.member !== undefined) include(shape.member.shape, depth, options);
    if (options.values === true && isClosedSet(shape)) kept.set(name, Number.POSITIVE_INFINITY);
    if (shape.type !== 'structure' || depth <= 0 || shape.document === true) return;
    if (options.inPlace !== true) {
      if ((kept.get(name) ?? 0) >= depth) return;
      kept.set(name, depth);
    }
    for (const member of Object.values(shape.members ?? {}))
      include(member.shape, depth - 1, { ...options, inPlace: false });
  }

  function typeOf(name: string): string {
    const shape = shapeOf(name);
    if (shape.type === 'list' && shape.member !== undefined) return `${typeOf(shape.member.shape)}[]`;
    if (shape.type === 'structure' || isClosedSet(shape)) {
      if (kept.has(name)) return `$${name}`;
      return shape.type === 'structure' ? 'object' : 'string';
    }
    const scalar = SCALARS[shape.type];
    if (scalar === undefined) throw new Error(`The catalogue has no word for the type ${shape.type} of ${name}.`);
    return scalar;
  }

  function members(name: string, except: ReadonlySet<string> = new Set()): string {
    const { members: own = {}, required = [] } = shapeOf(name);
    return Object.entries(own)
      .filter(([member]) => !except.has(member))
      .map(([member, { shape }]) => {
        const type = typeOf(shape);
        return `${member}${required.includes(member) ? '!' : ''}${type === 'string' ? '' : `:${type}`}`;
      })
      .join(' ');
  }

  function content(name: string): string {
    const { enum: values } = shapeOf(name);
    return values === undefined ? `{${members(name)}}` : `(${values.join('|')})`;
  }

  function finish(texts: readonly string[]): FinishedShapes {
    const contents = new Map([...kept.keys()].sort().map((name) => [name, content(name)]));
    const uses = new Map<string, number>();
    for (const text of [...texts, ...contents.values()]) {
      for (const [, name = ''] of text.matchAll(REFERENCE)) uses.set(name, (uses.get(name) ?? 0) + 1);
    }
    const inline = (text: string): string =>
      text.replace(REFERENCE, (reference, name: string) =>
        (uses.get(name) ?? 0) > 1 ? reference : inline(contents.get(name) ?? reference),
      );
    return {
      inline,
      entries: [...contents].filter(([name]) => (uses.get(name) ?? 0) > 1).map(([name, text]) => [name, inline(text)]),
    };
  }

  return { include, typeOf, members, finish };
}

function isClosedSet({ enum: values }: Shape): boolean {
  return (
    values !== undefined &&
    values.length > 0 &&
    values.length <= MOST_VALUES &&
    values.every((value) => /^[^|()"\\]+$/.test(value))
  );
}
