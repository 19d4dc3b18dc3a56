import type { JsonObject } from '../../domain/json.js';
import type { AccessLevel, OperationFacts, ParameterFacts, ParameterType } from './facts.js';

/** One readable operation as a service's file writes it: short, because there are many. */
export interface OperationDefinition {
  readonly access: AccessLevel;
  /** The IAM action, where it is not named like the operation. */
  readonly iamAction?: string;
  /** `Name:type` separated by spaces, `Name!:type` where botocore requires it. */
  readonly parameters: string;
  /** The request's token, the reply's token, and the page size parameter, as botocore's paginators name them. */
  readonly pages?: readonly [input: string, output: string, size?: string];
  readonly items: string;
  /** `Heading=path` separated by `; `. */
  readonly columns: string;
  readonly absentCodes?: readonly string[];
  readonly regionPath?: string;
  readonly defaults?: JsonObject;
  readonly defaultsNote?: string;
  readonly secretFields?: readonly string[];
  /** Asked once although its service is regional, because every Region gives the same answer. */
  readonly global?: boolean;
}

export interface ServiceDefinition {
  readonly service: string;
  readonly label: string;
  readonly iamPrefix: string;
  readonly global: boolean;
  readonly offeredIn?: readonly string[];
  readonly searchWords: readonly string[];
  readonly operations: Readonly<Record<string, OperationDefinition>>;
  /**
   * Operations known by name only, so that a refusal can say what they are: names per access level, separated by
   * spaces, `Name=Action` where the IAM action has another name.
   */
  readonly others: Readonly<Partial<Record<AccessLevel, string>>>;
}

/** The facts of a readable operation. */
export function operationFacts(
  service: ServiceDefinition,
  operation: string,
  definition: OperationDefinition,
): OperationFacts {
  const [input, output, pageSize] = definition.pages ?? [];
  return {
    service: service.service,
    operation,
    iamAction: `${service.iamPrefix}:${definition.iamAction ?? operation}`,
    access: definition.access,
    parameters: parseParameters(definition.parameters),
    items: definition.items,
    columns: definition.columns.split('; ').map((column) => {
      const [name, path] = halves(column, '=');
      return { name, path };
    }),
    absentCodes: definition.absentCodes ?? [],
    defaults: definition.defaults ?? {},
    secretFields: definition.secretFields ?? [],
    global: definition.global ?? service.global,
    ...(input === undefined || output === undefined ? {} : { pagination: { input, output } }),
    ...(pageSize === undefined ? {} : { pageSize }),
    ...(definition.regionPath === undefined ? {} : { regionPath: definition.regionPath }),
    ...(definition.defaultsNote === undefined ? {} : { defaultsNote: definition.defaultsNote }),
    ...(service.offeredIn === undefined ? {} : { offeredIn: service.offeredIn }),
  };
}

/** The facts of operations that are known by name only. */
export function otherOperations(service: ServiceDefinition): readonly OperationFacts[] {
  const levels: readonly AccessLevel[] = ['Read', 'List', 'Write', 'Tagging, Write', 'Permissions management, Write'];
  return levels.flatMap((access) =>
    words(service.others[access] ?? '').map((entry) => {
      const [operation, action] = halves(entry, '=');
      return {
        service: service.service,
        operation,
        iamAction: `${service.iamPrefix}:${action === '' ? operation : action}`,
        access,
        parameters: new Map<string, ParameterFacts>(),
        items: '',
        columns: [],
        absentCodes: [],
        defaults: {},
        secretFields: [],
        global: service.global,
      };
    }),
  );
}

function parseParameters(text: string): ReadonlyMap<string, ParameterFacts> {
  return new Map(
    words(text).map((entry) => {
      const [name, type] = halves(entry, ':');
      const required = name.endsWith('!');
      return [required ? name.slice(0, -1) : name, { type: parameterType(type), required }];
    }),
  );
}

const PARAMETER_TYPES: readonly ParameterType[] = [
  'string',
  'integer',
  'number',
  'boolean',
  'timestamp',
  'blob',
  'object',
  'list',
  'string[]',
  'integer[]',
  'number[]',
  'boolean[]',
  'timestamp[]',
  'object[]',
];

function parameterType(word: string): ParameterType {
  const type = PARAMETER_TYPES.find((known) => known === word);
  if (type === undefined) throw new TypeError(`The catalogue has no parameter type "${word}".`);
  return type;
}

function words(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}

function halves(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}
