/**
 * Makes a script into a coroutine: `await` at its top level becomes legal, and the value of its last expression becomes
 * what it returns. Lines that begin inside a string stay where they are, since moving them would change the string.
 */
export function wrapScript(code: string): string {
  const source = code.replaceAll('\r\n', '\n');
  const lines = readLines(source);
  const statements = lines.filter((line) => line.startsStatement);
  const last = statements.at(-1);
  const names = globalNames(source);
  const header = `async def __script__():\n${names === '' ? '' : `    global ${names}\n`}`;
  if (last === undefined) return `${header}    pass\n`;
  const result = last.indentation === 0 ? lastExpression(source.slice(last.start)) : undefined;
  const body = lines
    .filter((line) => result === undefined || line.start < last.start)
    .map((line) => (line.insideString ? '' : '    ') + source.slice(line.start, line.end))
    .join('\n');
  if (result === undefined) return `${header}${body}\n`;
  // The closing bracket has its own line: the expression may end in a comment.
  const returned = `${indent(`${result.before}return (${result.expression}`)}\n    )\n`;
  return `${header}${body === '' ? '' : `${body}\n`}${returned}`;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly insideString: boolean;
  /** False for what continues a statement, for blanks and for comments. */
  readonly startsStatement: boolean;
  readonly indentation: number;
}

function indent(text: string): string {
  return readLines(text)
    .map((line) => (line.insideString ? '' : '    ') + text.slice(line.start, line.end))
    .join('\n');
}

/** Where a position is, as far as strings, brackets and comments go. */
interface Scanner {
  readonly depth: number;
  readonly quote: string | undefined;
  readonly continued: boolean;
}

/** Splits into physical lines, and says of each whether it starts a statement. */
function readLines(source: string): readonly Line[] {
  const lines: Line[] = [];
  let state: Scanner = { depth: 0, quote: undefined, continued: false };
  let start = 0;
  while (start <= source.length) {
    const newline = source.indexOf('\n', start);
    const end = newline < 0 ? source.length : newline;
    const text = source.slice(start, end);
    const fresh = state.depth === 0 && state.quote === undefined && !state.continued;
    lines.push({
      start,
      end,
      insideString: state.quote !== undefined,
      startsStatement: fresh && /^\s*[^\s#]/u.test(text),
      indentation: text.length - text.trimStart().length,
    });
    state = scanLine(text, state);
    start = end + 1;
  }
  return lines;
}

function scanLine(text: string, from: Scanner, onPlain?: (position: number, depth: number) => void): Scanner {
  let { depth, quote } = from;
  let index = 0;
  while (index < text.length) {
    const character = text.charAt(index);
    if (quote !== undefined) {
      if (character === '\\') index += 2;
      else if (text.startsWith(quote, index)) {
        index += quote.length;
        quote = undefined;
      } else index += 1;
      continue;
    }
    if (character === '#') break;
    if (character === '"' || character === "'") {
      quote = text.startsWith(character.repeat(3), index) ? character.repeat(3) : character;
      index += quote.length;
      continue;
    }
    if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth = Math.max(0, depth - 1);
    else onPlain?.(index, depth);
    index += 1;
  }
  const continued = /(?:^|[^\\])(?:\\\\)*\\$/u.test(text);
  // A string in single quotes ends with its line unless a backslash carries it over.
  if (quote?.length === 1 && !continued) quote = undefined;
  return { depth, quote, continued: continued && quote === undefined };
}

const STATEMENT_WORDS = new Set([
  'assert', 'async', 'break', 'class', 'continue', 'def', 'del', 'for', 'from', 'global', 'if', 'import', 'nonlocal',
  'pass', 'raise', 'return', 'try', 'while', 'with', 'yield', '@',
]); // prettier-ignore

/** The last statement, when it is an expression, and what stands before it on its line (`a = 1; a`). */
function lastExpression(statement: string): { before: string; expression: string } | undefined {
  const marks = topLevelMarks(statement);
  const text = statement.trimEnd();
  const separators = marks.filter(({ mark }) => mark === ';').map(({ position }) => position);
  const last = separators.findLast((position) => text.slice(position + 1).trim() !== '');
  const begin = last === undefined ? 0 : last + 1;
  const finish = separators.find((position) => position >= begin) ?? statement.length;
  const expression = statement.slice(begin, finish).trim();
  const word = /^(?:\w+|@)/u.exec(expression)?.[0] ?? '';
  const assigns = marks.some(({ mark, position }) => mark === '=' && position >= begin && position < finish);
  if (expression === '' || assigns || STATEMENT_WORDS.has(word)) return undefined;
  // Only blank space can be left of a compound statement's colon here, so a block's last line never gets this far.
  const before = statement.slice(0, begin).trim();
  return { before: before === '' ? '' : `${before} `, expression };
}

/** Semicolons and assignments outside brackets, strings and comments. */
function topLevelMarks(statement: string): readonly { mark: ';' | '='; position: number }[] {
  const marks: { mark: ';' | '='; position: number }[] = [];
  let state: Scanner = { depth: 0, quote: undefined, continued: false };
  let offset = 0;
  for (const text of statement.split('\n')) {
    const lineStart = offset;
    state = scanLine(text, state, (position, depth) => {
      if (depth > 0) return;
      const character = text.charAt(position);
      if (character === ';') marks.push({ mark: ';', position: lineStart + position });
      const around = text.charAt(position - 1) + text.charAt(position + 1);
      if (character === '=' && !/[=!<>:]./u.test(around.padEnd(2)) && text.charAt(position + 1) !== '=') {
        marks.push({ mark: '=', position: lineStart + position });
      }
    });
    offset += text.length + 1;
  }
  return marks;
}

/**
 * Names that functions of the script declare `global`. They live in the script's top level, which is now a function,
 * so that the wrapper has to declare them too.
 */
function globalNames(source: string): string {
  const names = [...source.matchAll(/^[ \t]+global[ \t]+([A-Za-z_][\w, \t]*)/gmu)].flatMap((match) =>
    (match[1] ?? '').split(',').map((name) => name.trim()),
  );
  return [...new Set(names.filter(Boolean))].join(', ');
}
