import type { Intent } from '../domain/intent.js';
import type { JsonObject } from '../domain/json.js';
import { nearest } from '../domain/nearest.js';
import type { SensitiveRead } from '../domain/sensitive-read.js';
import type { Catalogue, ServiceFacts } from './catalogue/facts.js';
import { proveReadOnly } from './read-only-policy.js';

export interface StructuredQuery {
  /** botocore's service name, any letter case. */
  readonly service: string;
  /** `DescribeInstances`, or the AWS CLI's `describe-instances`. */
  readonly operation: string;
  readonly params: JsonObject;
}

/**
 * The intent of `query SERVICE OPERATION`: one call with the catalogue's columns. The CLI's spelling is accepted where
 * it is exactly that of one operation; any other near miss is asked back. What is not read-only is refused here
 * already, with the same words that `authorizePlan` would use.
 */
export function planStructuredQuery(
  catalogue: Catalogue,
  query: StructuredQuery,
  sensitiveReads: readonly SensitiveRead[] = [],
): Intent {
  const service = catalogue.service(query.service) ?? catalogue.service(query.service.toLowerCase());
  if (service === undefined) {
    const proof = proveReadOnly(catalogue, query);
    if (proof.allowed) return { kind: 'refuse', reason: 'This service is not in the catalogue.' };
    const near = query.service.trim() === '' ? [] : nearest(query.service, serviceNames(catalogue));
    if (near.length === 0) return refusal(proof);
    return { kind: 'clarify', question: proof.reason, suggestions: near };
  }

  const operation = canonical(service, query.operation);
  if (operation === undefined) {
    const proof = proveReadOnly(catalogue, { service: service.service, operation: query.operation });
    if (proof.allowed) return { kind: 'refuse', reason: 'This operation is not in the catalogue.' };
    const near = nearest(query.operation.replaceAll('-', ''), service.operations, 10).filter(
      (name) => proveReadOnly(catalogue, { service: service.service, operation: name }).allowed,
    );
    if (near.length === 0) return refusal(proof);
    return {
      kind: 'clarify',
      question: proof.reason,
      suggestions: near.slice(0, 3).map((name) => `${service.service} ${name}`),
    };
  }

  const proof = proveReadOnly(catalogue, { service: service.service, operation }, { sensitiveReads });
  if (!proof.allowed) return refusal(proof);
  const label = `${service.service} ${operation}`;
  return {
    kind: 'query',
    plan: {
      calls: [{ id: 'query', service: service.service, operation, params: query.params, columns: [] }],
      show: { title: label, tables: [{ call: 'query', filters: [], kind: 'rows', noun: `${label} items` }] },
    },
    accounts: { include: [], exclude: [] },
    regions: [],
    summary: Object.keys(query.params).length === 0 ? label : `${label} with ${Object.keys(query.params).join(', ')}`,
    planner: 'structured',
  };
}

/** The operation that a word spells: as botocore does, or exactly as the AWS CLI does. */
function canonical(service: ServiceFacts, written: string): string | undefined {
  if (service.operations.includes(written)) return written;
  const spelled = service.operations.filter((operation) => commandName(operation) === written);
  return spelled.length === 1 ? spelled[0] : undefined;
}

/** `DescribeDBInstances` to `describe-db-instances`, as botocore's `xform_name` does it. */
export function commandName(operation: string): string {
  return operation
    .replace(/([a-z0-9])([A-Z][a-z]+)/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z]+)/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

function serviceNames(catalogue: Catalogue): readonly string[] {
  return [...catalogue.services()].map((entry) => entry.service);
}

function refusal({ reason, suggestion }: { readonly reason: string; readonly suggestion?: string }): Intent {
  return { kind: 'refuse', reason, ...(suggestion === undefined ? {} : { suggestion }) };
}
