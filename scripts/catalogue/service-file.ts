import type { Botocore, ServiceModel } from './botocore.js';
import { guardOf } from './access-levels.js';
import type { IamActions } from './iam-actions.js';
import { itemsOf } from './items.js';
import { labelOf } from './labels.js';
import { PAGE_MEMBERS, pagesOf, pagesText } from './pagination.js';
import { HOME_REGIONS, scopeOf } from './scope.js';
import { secretPaths } from './secrets.js';
import { sentBy } from './sends.js';
import { suppliersOf, type SupplierLine } from './suppliers.js';
import { createShapeTable, type FinishedShapes, type ShapeTable } from './shape-table.js';

/** How many structures deep parameters and items are described. */
const PARAMETER_DEPTH = 4;
const ITEM_DEPTH = 2;

type Line = Omit<OperationLine, 'level' | 'action'>;

/** A line of a service's file: one operation that reads. */
export interface OperationLine {
  readonly level: string;
  readonly action?: string;
  readonly takes?: string;
  readonly pages?: string;
  readonly items?: string;
  readonly item: string;
  readonly secret?: string;
  readonly supplied?: string;
  readonly sends?: Readonly<Record<string, string | number>>;
}

/** A service's file of the catalogue, before it is written. */
export interface ServiceFile {
  readonly service: string;
  readonly label: string;
  readonly name: string;
  readonly api: string;
  readonly prefix: string;
  readonly global: boolean;
  readonly lacks: readonly string[];
  readonly home?: string;
  readonly shapes: FinishedShapes['entries'];
  readonly operations: Readonly<Record<string, OperationLine>>;
  /** Names of the operations that are refused, by access level. */
  readonly refused: Readonly<Record<string, readonly string[]>>;
}

/** What nobody's data says an access level of. */
export const UNKNOWN = 'Unknown';

export function buildServiceFile(botocore: Botocore, model: ServiceModel, iam: IamActions): ServiceFile {
  const guards = new Map(Object.keys(model.operations).map((operation) => [operation, guardOf(model, operation, iam)]));
  const prefix = commonPrefix([...guards.values()].flatMap((guard) => (guard === undefined ? [] : [guard.name])));
  const shortened = (action: string): string =>
    action.startsWith(`${prefix}:`) ? action.slice(prefix.length + 1) : action;

  const shapes = createShapeTable(model.shapes);
  const readable = [...guards.keys()].filter((operation) => {
    const level = guards.get(operation)?.accessLevel;
    return (level === 'Read' || level === 'List') && !isStream(model, operation);
  });
  for (const operation of readable) includeShapes(model, operation, shapes);
  const listed = new Map(readable.map((operation) => [operation, itemsOf(model, operation)]));
  const lines = new Map(readable.map((operation) => [operation, lineOf(model, operation, shapes)]));
  const finished = shapes.finish([...lines.values()].flatMap(({ takes, item }) => [takes ?? '', item]));

  const refused: Record<string, string[]> = {};
  for (const [operation, guard] of guards) {
    if (readable.includes(operation)) continue;
    const named =
      guard === undefined || sameName(shortened(guard.name), operation)
        ? operation
        : `${operation}=${shortened(guard.name)}`;
    (refused[guard?.accessLevel ?? UNKNOWN] ??= []).push(named);
  }

  const { global, lacks } = scopeOf(botocore, model);
  const home = HOME_REGIONS[model.service];
  return {
    service: model.service,
    label: labelOf(model),
    name: model.metadata.serviceFullName,
    api: model.version,
    prefix,
    global,
    lacks,
    ...(home === undefined ? {} : { home }),
    shapes: finished.entries,
    operations: Object.fromEntries(
      readable.map((operation) => {
        const [guard, line] = [guards.get(operation), lines.get(operation)];
        if (guard === undefined || line === undefined) throw new Error(`${model.service} has lost ${operation}.`);
        const action = shortened(guard.name);
        return [
          operation,
          {
            level: guard.accessLevel,
            ...(sameName(action, operation) ? {} : { action }),
            ...line,
            ...suppliedLine(suppliersOf(model, operation, listed)),
            ...(line.takes === undefined ? {} : { takes: finished.inline(line.takes) }),
            item: finished.inline(line.item),
          },
        ];
      }),
    ),
    refused: Object.fromEntries(Object.entries(refused).map(([level, names]) => [level, names.sort()])),
  };
}

function lineOf(model: ServiceModel, operation: string, shapes: ShapeTable): Line {
  const { input } = model.operations[operation] ?? {};
  const items = itemsOf(model, operation);
  const pages = pagesOf(model, operation);
  const takes = input === undefined ? '' : shapes.members(input.shape);
  const sends = sentBy(model, operation);
  const secret = items === undefined ? [] : secretPaths(model, items.shape);
  return {
    ...(takes === '' ? {} : { takes }),
    ...(Object.keys(sends).length === 0 ? {} : { sends }),
    ...(pages === undefined ? {} : { pages: pagesText(pages) }),
    ...(items === undefined || items.path === '' ? {} : { items: items.path }),
    item:
      items === undefined
        ? '{}'
        : items.path === ''
          ? `{${replyMembers(model, items.shape, shapes)}}`
          : shapes.typeOf(items.shape),
    ...(secret.length === 0 ? {} : { secret: secret.join(' ') }),
  };
}

function suppliedLine(suppliers: readonly SupplierLine[]): Pick<OperationLine, 'supplied'> {
  const written = suppliers.map(
    ({ parameter, by, path, carry, batch }) =>
      `${parameter}${batch === undefined ? '' : `*${batch}`}=${[`${by}:${path}`, ...carry].join('+')}`,
  );
  return written.length === 0 ? {} : { supplied: written.join(' ') };
}

function includeShapes(model: ServiceModel, operation: string, shapes: ShapeTable): void {
  const { input } = model.operations[operation] ?? {};
  if (input !== undefined) shapes.include(input.shape, PARAMETER_DEPTH, { inPlace: true, values: true });
  const items = itemsOf(model, operation);
  if (items === undefined) return;
  const inPlace = items.path === '';
  shapes.include(items.shape, ITEM_DEPTH + (inPlace ? 1 : 0), { inPlace });
}

function replyMembers(model: ServiceModel, shape: string, shapes: ShapeTable): string {
  const names = Object.keys(model.shapes[shape]?.members ?? {}).filter((name) => PAGE_MEMBERS.test(name));
  return shapes.members(shape, new Set(names)).replaceAll('!', '');
}

/** Whether a reply is a stream of bytes or events: nothing that a table could show. */
function isStream(model: ServiceModel, operation: string): boolean {
  const { input, output } = model.operations[operation] ?? {};
  return [input, output].some((part) =>
    Object.values(model.shapes[part?.shape ?? '']?.members ?? {}).some(({ shape, streaming }) => {
      const type = model.shapes[shape];
      return streaming === true || type?.streaming === true || type?.eventstream === true;
    }),
  );
}

function sameName(action: string, operation: string): boolean {
  return action === operation;
}

function commonPrefix(actions: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const action of actions) {
    const prefix = action.split(':')[0] ?? '';
    counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0] ?? '';
}
