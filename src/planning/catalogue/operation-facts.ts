import type { Column } from '../../domain/plan.js';
import { isSecretField } from '../secret-fields.js';
import type { OperationData, ServiceData } from './data.js';
import { defaultColumns } from './default-columns.js';
import type { AccessLevel, OperationFacts, ShapeFacts, Supplier } from './facts.js';
import type { ShapeReader } from './notation.js';
import type { OperationOverlay } from './overlay.js';

/** The facts of an operation that reads: its data, and over it what is written by hand. */
export function readableFacts(
  service: ServiceData,
  operation: string,
  data: OperationData,
  reader: ShapeReader,
  {
    offeredIn,
    written = {},
  }: {
    readonly offeredIn: readonly string[] | undefined;
    readonly written: OperationOverlay | undefined;
  },
): OperationFacts {
  const [inputs, outputs, pageSize = '-', flag] = words(data.pages);
  // Read when somebody looks: a search goes over thousands of operations and looks at the details of few.
  const parameters = once(() => reader.members(data.takes));
  const item = once(() => reader.type(data.item));
  const secretFields = [...new Set([...words(data.secret), ...(written.secretFields ?? [])])];
  const isSecret = (path: string): boolean => isSecretField({ secretFields }, path);
  const columns = once(() =>
    written.columns === undefined
      ? defaultColumns({
          service: service.service,
          operation,
          items: data.items,
          item: item(),
          parameters: parameters(),
          isSecret,
        })
      : parseColumns(written.columns),
  );
  return {
    service: service.service,
    operation,
    iamAction: actionOf(service, data.action ?? operation),
    access: data.level,
    streams: false,
    get parameters() {
      return parameters();
    },
    items: data.items,
    get item() {
      return item();
    },
    get columns() {
      return columns();
    },
    supplied: words(data.supplied).map((text) => parseSupplier(service.service, text)),
    absentCodes: written.absentCodes ?? [],
    defaults: { ...data.sends, ...written.defaults },
    secretFields,
    global: written.global ?? service.global,
    ...(service.home === undefined ? {} : { homeRegion: service.home }),
    ...paginationOf(inputs, outputs, flag),
    ...(pageSize === '-' ? {} : { pageSize }),
    ...(written.regionPath === undefined ? {} : { regionPath: written.regionPath }),
    ...(written.defaultsNote === undefined ? {} : { defaultsNote: written.defaultsNote }),
    ...(offeredIn === undefined ? {} : { offeredIn }),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function paginationOf(
  inputs: string | undefined,
  outputs: string | undefined,
  flag: string | undefined,
): Pick<OperationFacts, 'pagination'> {
  const [input, ...moreInputs] = (inputs ?? '').split(',');
  const [output, ...moreOutputs] = (outputs ?? '').split(',');
  if (input === undefined || input === '' || output === undefined) return {};
  const also = moreInputs.map((name, index) => ({ input: name, output: moreOutputs[index] ?? '' }));
  return {
    pagination: {
      input,
      output,
      ...(also.length === 0 ? {} : { also }),
      ...(flag === undefined ? {} : { flag }),
    },
  };
}

const NOTHING: ShapeFacts = { type: 'object', required: false };

/** The facts of operations that are known by name only, so that a refusal can say what they are: by their names. */
export function refusedFacts(service: ServiceData): ReadonlyMap<string, OperationFacts> {
  const facts = new Map<string, OperationFacts>();
  for (const [level, access] of LEVELS) {
    for (const entry of words(service.refused[level])) {
      const [operation, action] = halves(entry, '=');
      facts.set(operation, {
        service: service.service,
        operation,
        iamAction: access === 'Unknown' ? '' : actionOf(service, action === '' ? operation : action),
        access,
        streams: access === 'Read' || access === 'List',
        parameters: new Map(),
        items: '',
        item: NOTHING,
        columns: [],
        supplied: [],
        absentCodes: [],
        defaults: {},
        secretFields: [],
        global: service.global,
      });
    }
  }
  return facts;
}

const LEVELS: readonly (readonly [keyof ServiceData['refused'], AccessLevel])[] = [
  ['Read', 'Read'],
  ['List', 'List'],
  ['Write', 'Write'],
  ['Tagging, Write', 'Tagging, Write'],
  ['Permissions management, Write', 'Permissions management, Write'],
  ['Unknown', 'Unknown'],
];

function actionOf(service: ServiceData, action: string): string {
  return action.includes(':') ? action : `${service.prefix}:${action}`;
}

function parseColumns(text: string): readonly Column[] {
  return text.split('; ').map((column) => {
    const [name, path] = halves(column, '=');
    return { name, path };
  });
}

/** `name=ListClusters:clusters[]`, or `service/ListClusters` of another service; `names*10=…` for ten values per call; `+clusterName` for what is carried over. */
function parseSupplier(service: string, text: string): Supplier {
  const [target, source] = halves(text, '=');
  const [parameter, batch] = halves(target, '*');
  const [place, ...carry] = source.split('+');
  const [lister, path] = halves(place ?? '', ':');
  const [first, second] = halves(lister, '/');
  const by = second === '' ? { service, by: first } : { service: first, by: second };
  return { parameter, ...by, path, carry, ...(batch === '' ? {} : { batch: Number(batch) }) };
}

function words(text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : text.split(' ');
}

function halves(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}
