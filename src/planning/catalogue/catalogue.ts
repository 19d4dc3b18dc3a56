import { operationFacts, otherOperations, type ServiceDefinition } from './definition.js';
import type { Catalogue, OperationFacts, ServiceFacts } from './facts.js';
import { appRunnerService } from './services/app-runner.js';
import { cloudwatchService } from './services/cloudwatch.js';
import { ec2Service } from './services/ec2.js';
import { ecsService } from './services/ecs.js';
import { eksService } from './services/eks.js';
import { iamService } from './services/iam.js';
import { lambdaService } from './services/lambda.js';
import { logsService } from './services/logs.js';
import { rdsService } from './services/rds.js';
import { resourceGroupsTaggingService } from './services/resource-groups-tagging.js';
import { s3Service } from './services/s3.js';
import { secretsManagerService } from './services/secrets-manager.js';
import { ssmService } from './services/ssm.js';
import { stsService } from './services/sts.js';

const SERVICES: readonly ServiceDefinition[] = [
  ec2Service,
  s3Service,
  rdsService,
  lambdaService,
  ecsService,
  eksService,
  cloudwatchService,
  logsService,
  iamService,
  resourceGroupsTaggingService,
  appRunnerService,
  stsService,
  secretsManagerService,
  ssmService,
];

/** The catalogue that ships with the product. Nothing of a service is read before somebody asks for it. */
export function createCatalogue(definitions: readonly ServiceDefinition[] = SERVICES): Catalogue {
  const services = new Map(definitions.map((definition) => [definition.service, serviceEntry(definition)]));
  return {
    find: (service, operation) => services.get(service)?.find(operation),
    service: (name) => services.get(name)?.facts(),
    services: () => [...services.values()].map((entry) => entry.facts()),
    *operations() {
      for (const entry of services.values()) {
        for (const operation of entry.facts().operations) {
          const facts = entry.find(operation);
          if (facts !== undefined) yield facts;
        }
      }
    },
  };
}

interface ServiceEntry {
  find(operation: string): OperationFacts | undefined;
  facts(): ServiceFacts;
}

function serviceEntry(definition: ServiceDefinition): ServiceEntry {
  const found = new Map<string, OperationFacts>();
  let others: ReadonlyMap<string, OperationFacts> | undefined;
  const other = (): ReadonlyMap<string, OperationFacts> =>
    (others ??= new Map(otherOperations(definition).map((facts) => [facts.operation, facts])));

  return {
    find(operation) {
      const known = found.get(operation);
      if (known !== undefined) return known;
      const written = Object.hasOwn(definition.operations, operation) ? definition.operations[operation] : undefined;
      if (written === undefined) return other().get(operation);
      const facts = operationFacts(definition, operation, written);
      found.set(operation, facts);
      return facts;
    },
    facts: () => ({
      service: definition.service,
      label: definition.label,
      global: definition.global,
      searchWords: definition.searchWords,
      operations: [...Object.keys(definition.operations), ...other().keys()],
      ...(definition.offeredIn === undefined ? {} : { offeredIn: definition.offeredIn }),
    }),
  };
}
