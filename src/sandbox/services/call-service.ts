import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../domain/json.js';
import { isKnownRegion } from '../../domain/region.js';
import type { Principal } from '../identity/principal.js';
import type { SandboxAccount } from '../organization/model.js';
import { AwsFault, clientError, endpointUnreachable, ServiceError } from './aws-fault.js';
import { acm } from './certificates.js';
import { cloudtrail } from './cloudtrail.js';
import { dynamodb, kms } from './data-stores.js';
import { ec2 } from './ec2.js';
import { ecs } from './ecs.js';
import { eks } from './eks.js';
import { iam } from './iam.js';
import { INPUT_SHAPES } from './input-shapes.js';
import { lambda } from './lambda.js';
import { elbv2 } from './load-balancing.js';
import { sns, sqs } from './messaging.js';
import { cloudwatch, logs } from './monitoring.js';
import type { Pager } from './paging.js';
import { rds } from './rds.js';
import { accessDenied, disabledRegion } from './refusals.js';
import { s3 } from './s3.js';
import { BOTO_SERVICE_NAMES } from './service-names.js';
import { readParameters, type Operation, type Service } from './service.js';
import { apprunner, secretsmanager, sts } from './small-services.js';
import { tagging } from './tagging.js';
import { validateParameters } from './validate-parameters.js';

const SERVICES: ReadonlyMap<string, Service> = new Map(
  [
    ec2,
    s3,
    rds,
    lambda,
    ecs,
    eks,
    cloudwatch,
    logs,
    cloudtrail,
    iam,
    tagging,
    sts,
    apprunner,
    secretsmanager,
    elbv2,
    acm,
    dynamodb,
    kms,
    sqs,
    sns,
  ].map((service) => [service.name, service]),
);

/** One `call_boto3`, as a script made it. */
export interface ServiceCall {
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  readonly params: JsonObject;
}

export interface ServiceCaller {
  readonly account: SandboxAccount;
  readonly principal: Principal;
  readonly page: Pager;
  /** A service's failure that was asked for by option, when it applies to this call. */
  readonly fault: (service: Service, call: ServiceCall) => Error | undefined;
  /** Told of every call that would have changed something. */
  readonly mutated: (call: ServiceCall) => void;
}

/**
 * Answers a call as boto3 would: the service's reply with `ResponseMetadata`, or an {@link AwsFault}. The order of
 * checks is botocore's and AWS's: names, parameters, endpoint, credentials in this Region, permission, the request.
 */
export function callService(call: ServiceCall, caller: ServiceCaller): JsonObject {
  const service = serviceNamed(call.service);
  const operation = operationNamed(service, call.operation);
  validateParameters(INPUT_SHAPES[service.name]?.[call.operation] ?? '', call.params);
  refuseUnreachable(service, call.region);
  try {
    const fault = caller.fault(service, call);
    if (fault !== undefined) throw fault;
    if (service.global === undefined && !caller.account.enabledRegions.includes(call.region)) {
      throw disabledRegion(service);
    }
    authorize(service, operation, call, caller);
    if (operation.mutates === true) caller.mutated(call);
    return { ...answer(operation, call, caller), ResponseMetadata: responseMetadata() };
  } catch (error) {
    if (error instanceof ServiceError) throw clientError(call.operation, error);
    throw error;
  }
}

function serviceNamed(name: string): Service {
  const service = SERVICES.get(name);
  if (service !== undefined) return service;
  if (BOTO_SERVICE_NAMES.includes(name)) {
    const modelled = [...SERVICES.keys()].sort().join(', ');
    throw new AwsFault('NotImplementedError', `The sandbox does not model ${name}. It models: ${modelled}`);
  }
  throw new AwsFault(
    'UnknownServiceError',
    `Unknown service: '${name}'. Valid service names are: ${BOTO_SERVICE_NAMES.join(', ')}`,
  );
}

function operationNamed(service: Service, name: string): Operation {
  const operation = Object.hasOwn(service.operations, name) ? service.operations[name] : undefined;
  if (operation !== undefined) return operation;
  const offered = Object.keys(service.operations).sort().join(', ');
  throw new AwsFault(
    'AttributeError',
    `'${service.className}' object has no attribute '${methodName(name)}' (the sandbox answers of ${service.name}: ${offered})`,
  );
}

/** DescribeDBInstances → describe_db_instances, as botocore names its methods (botocore/__init__.py, `xform_name`). */
function methodName(operation: string): string {
  return operation
    .replaceAll(/([A-Z]+)([A-Z][a-z])/gu, '$1_$2')
    .replaceAll(/([a-z\d])([A-Z])/gu, '$1_$2')
    .toLowerCase();
}

function refuseUnreachable(service: Service, region: string): void {
  if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/iu.test(region)) {
    throw new AwsFault('InvalidRegionError', `Provided region_name '${region}' doesn't match a supported format.`);
  }
  const offered = isKnownRegion(region) && (service.offeredIn?.has(region) ?? true);
  if (service.global === undefined && !offered) {
    throw endpointUnreachable(`https://${service.endpointPrefix}.${region}.amazonaws.com/`);
  }
}

function authorize(service: Service, operation: Operation, call: ServiceCall, caller: ServiceCaller): void {
  if (operation.action === null) return;
  const action = operation.action ?? `${service.actionPrefix}:${call.operation}`;
  const refusal = caller.principal.refusal(action);
  if (refusal !== undefined) throw accessDenied(service, caller.principal.arn, action, refusal);
}

function answer(operation: Operation, call: ServiceCall, caller: ServiceCaller): JsonObject {
  const { account, principal } = caller;
  const scope = `${account.id}/${call.region}/${call.service}/${call.operation}`;
  return operation.answer({
    account,
    region: call.region,
    operation: call.operation,
    params: readParameters(call.params),
    regional: account.regional(call.region),
    global: account.global(),
    caller: { arn: principal.arn, userId: principal.userId },
    page: (items, request) => caller.page(scope, items, request),
  });
}

function responseMetadata(): JsonObject {
  const requestId = randomUUID();
  return {
    RequestId: requestId,
    HTTPStatusCode: 200,
    HTTPHeaders: { 'x-amzn-requestid': requestId, 'content-type': 'application/json' },
    RetryAttempts: 0,
  };
}
