import { managedPolicy } from '../identity/managed-policies.js';
import { parsePolicy, type Policy } from '../identity/policy.js';
import { StsError } from './sts-replies.js';

/**
 * Reads the session policy of an AssumeRole: an inline document, managed policies by ARN, or both, which add up. Every
 * request of a run carries the same one, so that each is read once.
 */
export function createSessionPolicyReader(): (
  inline: string | undefined,
  arns: readonly string[],
) => Policy | undefined {
  const known = new Map<string, Policy>();
  return (inline, arns) => {
    if (inline === undefined && arns.length === 0) return undefined;
    const key = JSON.stringify([inline, arns]);
    const policy = known.get(key) ?? [
      ...arns.flatMap(readManaged),
      ...(inline === undefined ? [] : readInline(inline)),
    ];
    known.set(key, policy);
    return policy;
  };
}

function readManaged(arn: string): Policy {
  const policy = managedPolicy(arn);
  if (policy !== undefined) return policy;
  throw new StsError(400, 'MalformedPolicyDocument', `Policy ${arn} does not exist or is not attachable.`);
}

function readInline(text: string): Policy {
  try {
    return parsePolicy(text);
  } catch (error) {
    throw new StsError(400, 'MalformedPolicyDocument', error instanceof Error ? error.message : String(error));
  }
}
