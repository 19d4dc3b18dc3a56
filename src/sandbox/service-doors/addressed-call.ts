import { z } from 'zod';
import type { JsonObject } from '../../domain/json.js';
import type { SignedRequest } from '../identity/signature.js';

/** What a request asks for, by its header, path and query: before anybody has looked at the signature. */
export interface AddressedCall {
  /** botocore's name. */
  readonly service: string;
  readonly operation: string;
  /** The service's name in signatures. */
  readonly signingName: string;
  readonly params: JsonObject;
}

/** `targetPrefix` of botocore's models, and the services of the JSON protocols that have them. */
const TARGETS: Readonly<Record<string, readonly [service: string, signingName?: string]>> = {
  DynamoDB_20120810: ['dynamodb'],
  TrentService: ['kms'],
  Logs_20140328: ['logs'],
  AmazonEC2ContainerServiceV20141113: ['ecs'],
  secretsmanager: ['secretsmanager'],
  'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101': ['cloudtrail'],
  CertificateManager: ['acm'],
  AmazonSQS: ['sqs'],
  AppRunner: ['apprunner'],
  ResourceGroupsTaggingAPI_20170126: ['resourcegroupstaggingapi', 'tagging'],
};

const Target = z.string().optional().catch(undefined);

/** Undefined for what none of these services is asked by. */
export function addressedCall({ method, target, headers }: SignedRequest): AddressedCall | undefined {
  const header = Target.parse(headers['x-amz-target']) ?? '';
  const dot = header.lastIndexOf('.');
  const [prefix, operation] = [header.slice(0, Math.max(0, dot)), header.slice(dot + 1)];
  const named = Object.hasOwn(TARGETS, prefix) ? TARGETS[prefix] : undefined;
  if (named !== undefined && method === 'POST') {
    const [service, signingName = service] = named;
    return { service, operation, signingName, params: {} };
  }
  if (method !== 'GET') return undefined;
  const { pathname, searchParams } = new URL(target, 'http://sandbox.invalid');
  return restCall(pathname, searchParams, /\/([a-z0-9-]+)\/aws4_request/.exec(headers.authorization ?? '')?.[1]);
}

function restCall(path: string, query: URLSearchParams, signedFor: string | undefined): AddressedCall | undefined {
  if (signedFor === 's3' && path === '/') {
    return call('s3', 'ListBuckets', members(query, { prefix: 'Prefix', 'continuation-token': 'ContinuationToken' }));
  }
  if (signedFor === 'lambda' && /^\/2015-03-31\/functions\/?$/.test(path)) {
    return call('lambda', 'ListFunctions', members(query, { Marker: 'Marker' }, { MaxItems: 'MaxItems' }));
  }
  const [, cluster] = /^\/clusters(?:\/([^/]+))?$/.exec(path) ?? [];
  if (signedFor === 'eks' && path.startsWith('/clusters')) {
    if (cluster !== undefined) return call('eks', 'DescribeCluster', { name: decodeURIComponent(cluster) });
    return call('eks', 'ListClusters', members(query, { nextToken: 'nextToken' }, { maxResults: 'maxResults' }));
  }
  return undefined;
}

function call(service: string, operation: string, params: JsonObject): AddressedCall {
  return { service, operation, signingName: service, params };
}

/** Parameters that stand in the query, by their names there; the second ones are numbers. */
function members(
  query: URLSearchParams,
  texts: Readonly<Record<string, string>>,
  numbers: Readonly<Record<string, string>> = {},
): JsonObject {
  const given = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).flatMap(([name, member]): (readonly [string, string])[] => {
      const value = query.get(name);
      return value === null ? [] : [[member, value]];
    });
  return Object.fromEntries([
    ...given(texts),
    ...given(numbers).map(([member, value]) => [member, Number(value)] as const),
  ]);
}
