import { PACKAGED_CATALOGUE, type CatalogueSource } from './data.js';
import type { Catalogue, OperationFacts, ServiceFacts } from './facts.js';
import { createShapeReader } from './notation.js';
import { readableFacts, refusedFacts } from './operation-facts.js';
import type { ServiceOverlay } from './overlay.js';
import { OVERLAYS } from './services/index.js';

/**
 * The catalogue that ships with the product: AWS's operations by their models and IAM's levels, and over them what is
 * written by hand. Making it reads nothing; a service's facts are read when somebody first asks for that service.
 */
export function createCatalogue(
  source: CatalogueSource = PACKAGED_CATALOGUE,
  overlays: readonly ServiceOverlay[] = OVERLAYS,
): Catalogue {
  const written = new Map(overlays.map((overlay) => [overlay.service, overlay]));
  let entries: ReadonlyMap<string, ServiceEntry> | undefined;
  const services = (): ReadonlyMap<string, ServiceEntry> => (entries ??= readEntries(source, written));
  return {
    find: (service, operation) => services().get(service)?.find(operation),
    service: (name) => services().get(name)?.facts,
    services: () => [...services().values()].map((entry) => entry.facts),
    *operations() {
      for (const entry of services().values()) {
        for (const operation of entry.facts.operations) {
          const facts = entry.find(operation);
          if (facts !== undefined) yield facts;
        }
      }
    },
  };
}

interface ServiceEntry {
  readonly facts: ServiceFacts;
  find(operation: string): OperationFacts | undefined;
}

interface LoadedService {
  readonly operations: readonly string[];
  find(operation: string): OperationFacts | undefined;
}

function readEntries(
  source: CatalogueSource,
  overlays: ReadonlyMap<string, ServiceOverlay>,
): ReadonlyMap<string, ServiceEntry> {
  const { regions, services } = source.index();
  return new Map(
    services.map(({ lacks = '', ...head }) => {
      const lacking = new Set(lacks.split(' '));
      const offeredIn = lacks === '' ? {} : { offeredIn: regions.filter((region) => !lacking.has(region)) };
      return [head.service, serviceEntry(source, { ...head, ...offeredIn }, overlays.get(head.service))];
    }),
  );
}

function serviceEntry(
  source: CatalogueSource,
  head: Omit<ServiceFacts, 'operations'>,
  overlay: ServiceOverlay | undefined,
): ServiceEntry {
  let loaded: LoadedService | undefined;
  const load = (): LoadedService => (loaded ??= loadService(source, head, overlay));
  return {
    facts: {
      ...head,
      get operations() {
        return load().operations;
      },
    },
    find: (operation) => load().find(operation),
  };
}

function loadService(
  source: CatalogueSource,
  { service, offeredIn }: Omit<ServiceFacts, 'operations'>,
  overlay: ServiceOverlay | undefined,
): LoadedService {
  const data = source.service(service);
  const reader = createShapeReader(data.shapes);
  const refused = refusedFacts(data);
  const found = new Map<string, OperationFacts>();
  return {
    operations: [...Object.keys(data.operations), ...refused.keys()],
    find(operation) {
      const known = found.get(operation) ?? refused.get(operation);
      if (known !== undefined) return known;
      const line = Object.hasOwn(data.operations, operation) ? data.operations[operation] : undefined;
      if (line === undefined) return undefined;
      const facts = readableFacts(data, operation, line, reader, {
        offeredIn,
        written: overlay?.operations[operation],
      });
      found.set(operation, facts);
      return facts;
    },
  };
}
