import type { ServiceModel } from './botocore.js';
import { HTTP_VERB_ACTIONS, IAM_PREFIXES, RENAMED_ACTIONS } from './access-tables.js';
import type { IamAction, IamActions } from './iam-actions.js';

/** IAM prefixes under which a service's actions may be, the likeliest first. */
export function iamPrefixes({ service, metadata }: Pick<ServiceModel, 'service' | 'metadata'>): readonly string[] {
  const written = IAM_PREFIXES[service] ?? [];
  const renamed = (RENAMED_ACTIONS[service] ?? '').split(' ').flatMap((entry) => {
    const [prefix, action] = (entry.split('=')[1] ?? '').split(':');
    return prefix === undefined || action === undefined ? [] : [prefix];
  });
  const own = [service, metadata.signingName, metadata.endpointPrefix].filter((name) => name !== undefined);
  return [...new Set([...written, ...own.map((name) => name.toLowerCase()), ...renamed])];
}

/**
 * The IAM action that guards an operation: by the tables, else by the same name under the service's own prefixes.
 * Undefined where the data does not say: nothing is guessed from a verb.
 */
export function guardOf(model: ServiceModel, operation: string, iam: IamActions): IamAction | undefined {
  const { service } = model;
  const prefixes = iamPrefixes(model);
  const renamed = renamedAction(service, operation);
  if (renamed !== undefined) {
    const found = renamed.includes(':')
      ? iam.find(renamed.slice(0, renamed.indexOf(':')), renamed.slice(renamed.indexOf(':') + 1))
      : firstFound(prefixes, renamed, iam);
    if (found === undefined) throw new Error(`IAM has no action ${renamed}, which guards ${service} ${operation}.`);
    return found;
  }
  const named = firstFound(prefixes, operation, iam);
  if (named !== undefined || !HTTP_VERB_ACTIONS.has(service)) return named;
  return iam.find('apigateway', model.operations[operation]?.http.method ?? '');
}

function renamedAction(service: string, operation: string): string | undefined {
  const entries = (RENAMED_ACTIONS[service] ?? '').split(' ');
  return entries.find((entry) => entry.startsWith(`${operation}=`))?.slice(operation.length + 1);
}

function firstFound(prefixes: readonly string[], action: string, iam: IamActions): IamAction | undefined {
  for (const prefix of prefixes) {
    const found = iam.find(prefix, action);
    if (found !== undefined) return found;
  }
  return undefined;
}
