import { isJsonObject, type Json, type JsonObject } from '../../domain/json.js';
import { AwsFault } from './aws-fault.js';

/** A request member, read from the notation of `input-shapes.ts`. */
interface Member {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

/**
 * Checks parameters as botocore does before it sends anything (botocore/validate.py): missing, unknown and wrongly
 * typed members, all of them in one message.
 */
export function validateParameters(shape: string, params: JsonObject): void {
  const members = readShape(shape);
  const problems = [
    ...members
      .filter((member) => member.required && params[member.name] === undefined)
      .map((member) => `Missing required parameter in input: "${member.name}"`),
    ...Object.entries(params).flatMap(([name, value]) => {
      const member = members.find((candidate) => candidate.name === name);
      if (member !== undefined) return wrongTypes(name, member.type, value);
      return [
        `Unknown parameter in input: "${name}", must be one of: ${members.map((known) => known.name).join(', ')}`,
      ];
    }),
  ];
  if (problems.length > 0) {
    throw new AwsFault('ParamValidationError', `Parameter validation failed:\n${problems.join('\n')}`);
  }
}

function readShape(shape: string): readonly Member[] {
  return shape
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      const [name = '', type = ''] = word.split(':');
      return { name, type: type.replace('!', ''), required: type.endsWith('!') };
    });
}

function wrongTypes(name: string, type: string, value: Json): readonly string[] {
  if (type.startsWith('[')) {
    if (!Array.isArray(value)) return [wrongType(name, value, ['list', 'tuple'])];
    const items: readonly Json[] = value;
    return items.flatMap((item, index) => wrongTypes(`${name}[${String(index)}]`, type.slice(1, -1), item));
  }
  if (type === 's') return typeof value === 'string' ? [] : [wrongType(name, value, ['str'])];
  if (type === 'b') return typeof value === 'boolean' ? [] : [wrongType(name, value, ['bool'])];
  if (type === 'i') return Number.isInteger(value) ? [] : [wrongType(name, value, ['int'])];
  if (type === 'f')
    return typeof value === 'number' ? [] : [wrongType(name, value, ['float', 'decimal.Decimal', 'int'])];
  if (type === 'o' || type === 'm') return isJsonObject(value) ? [] : [wrongType(name, value, ['dict'])];
  return [];
}

function wrongType(name: string, value: Json, wanted: readonly string[]): string {
  const types = wanted.map((type) => `<class '${type}'>`).join(', ');
  return `Invalid type for parameter ${name}, value: ${pythonText(value)}, type: <class '${pythonType(value)}'>, valid types: ${types}`;
}

function pythonType(value: Json): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  return Array.isArray(value) ? 'list' : 'dict';
}

/** `str()` of a value as Python prints it, near enough for a message. */
function pythonText(value: Json, quoted = false): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return quoted ? `'${value}'` : value;
  if (typeof value === 'number') return String(value);
  if (isJsonObject(value)) {
    const entries = Object.entries(value).map(([key, item]) => `'${key}': ${pythonText(item, true)}`);
    return `{${entries.join(', ')}}`;
  }
  return `[${value.map((item) => pythonText(item, true)).join(', ')}]`;
}
