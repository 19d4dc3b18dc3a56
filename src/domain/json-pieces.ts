/** Elements of a list that become text in one go. */
const SLICE = 200;
/** Lists and objects above this depth are opened; what is beneath is small. An answer's rows are at depth 4 of an event. */
const OPENED_DEPTH = 6;
/** A piece is handed over when it has about this many characters. */
const PIECE = 32 * 1024;

/**
 * The text that `JSON.stringify` makes, piece by piece, so that whoever writes a hundred thousand rows can let others
 * have a turn between two pieces. For plain data: no `toJSON`.
 */
export function* jsonPieces(value: unknown): Generator<string, void, undefined> {
  let piece = '';
  for (const part of parts(value, 0)) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

function* parts(value: unknown, depth: number): Generator<string, void, undefined> {
  if (depth >= OPENED_DEPTH || typeof value !== 'object' || value === null) {
    yield JSON.stringify(value) ?? 'null';
  } else if (!Array.isArray(value)) {
    let separator = '{';
    for (const [name, member] of Object.entries(value)) {
      if (member === undefined) continue;
      yield `${separator}${JSON.stringify(name)}:`;
      yield* parts(member, depth + 1);
      separator = ',';
    }
    yield separator === '{' ? '{}' : '}';
  } else if (value.length <= SLICE && depth + 1 < OPENED_DEPTH && value.some(isLarge)) {
    yield '[';
    for (const [index, element] of value.entries()) {
      if (index > 0) yield ',';
      yield* parts(element, depth + 1);
    }
    yield ']';
  } else {
    yield '[';
    for (let start = 0; start < value.length; start += SLICE) {
      const slice = JSON.stringify(value.slice(start, start + SLICE)).slice(1, -1);
      yield start === 0 ? slice : `,${slice}`;
    }
    yield ']';
  }
}

/** Whether an element may hold a list of its own that is worth opening: a table, not a row. */
function isLarge(element: unknown): boolean {
  return typeof element === 'object' && element !== null && !Array.isArray(element);
}
