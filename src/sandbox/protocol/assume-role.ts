import { z } from 'zod';
import type { Clock } from '../../domain/clock.js';
import type { FaultTable } from '../faults.js';
import type { IssuedCredentials, KeyRing } from '../identity/issued-credentials.js';
import { agentRolePolicy, commandRolePolicy, hubPolicy, memberRolePolicy } from '../identity/managed-policies.js';
import type { Policy } from '../identity/policy.js';
import { createPrincipal } from '../identity/principal.js';
import type { Organization } from '../organization/organization.js';
import type { StatisticsRecorder } from '../statistics.js';
import { DROP, HANG, type HttpReply } from './http-reply.js';
import { createSessionPolicyReader } from './session-policy.js';
import { escapeXml, StsError, succeeded } from './sts-replies.js';

export interface AssumeRoleOptions {
  readonly organization: Organization;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly faults: FaultTable;
  readonly statistics: StatisticsRecorder;
  /** The role that every account has for the hub. */
  readonly memberRole: string;
  /** The role that every account has for commands on its instances. */
  readonly commandRole: string;
  /** The role that every account has for its agents. */
  readonly agentRole: string;
  /** A role of the hub's own account, for callers that are a role session themselves. */
  readonly hubRole: string;
  /** What member roles demand; null demands nothing. */
  readonly externalId: string | null;
}

const WORD = /^[\w+=,.@-]*$/u;

/** The limits of https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const formShape = z.object({
  RoleArn: z.string().regex(/^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/u, 'is invalid'),
  RoleSessionName: z.string().min(2).max(64).regex(WORD, 'must satisfy regular expression pattern: [\\w+=,.@-]*'),
  DurationSeconds: z.coerce.number().int().min(900).max(43_200).default(3600),
  ExternalId: z.string().min(2).max(1224).optional(),
  Policy: z.string().min(1).max(2048).optional(),
  SourceIdentity: z.string().min(2).max(64).regex(WORD).optional(),
});

type AssumeRoleForm = z.infer<typeof formShape>;

/** AssumeRole by AWS's rules: trust, external id, session policy, role chaining, source identity. Throws `StsError`. */
export function createAssumeRole(
  options: AssumeRoleOptions,
): (form: URLSearchParams, caller: IssuedCredentials) => HttpReply {
  const sessionPolicy = createSessionPolicyReader();
  const policies = new Map([
    [options.hubRole, hubPolicy()],
    [options.memberRole, memberRolePolicy()],
    [options.commandRole, commandRolePolicy()],
    [options.agentRole, agentRolePolicy()],
  ]);
  return (form, caller) => {
    const asked = readForm(form);
    const accountId = asked.RoleArn.split(':')[4] ?? '';
    options.statistics.count(accountId, 'assumeRole');
    const broken = injected(options, accountId, caller, asked.RoleArn);
    if (broken !== undefined) return broken;
    if (caller.principal.kind === 'role-session' && asked.DurationSeconds > 3600) {
      throw new StsError(
        400,
        'ValidationError',
        'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
      );
    }
    const policy = sessionPolicy(asked.Policy, listed(form, 'PolicyArns.member', '.arn'));
    const identity = policies.get(roleNameOf(asked.RoleArn));
    if (identity === undefined || !isTrusted(options, accountId, asked, caller)) {
      throw notAuthorized(caller, asked.RoleArn);
    }
    const issuedFor =
      options.faults.anyAt(accountId, 'sts') === 'wrong-account' ? options.organization.hub.id : accountId;
    return issue(options, issuedFor, asked, caller, { identity, session: policy });
  };
}

function readForm(form: URLSearchParams): AssumeRoleForm {
  const parsed = formShape.safeParse(Object.fromEntries(form));
  if (parsed.success) return parsed.data;
  const [problem] = parsed.error.issues;
  const name = String(problem?.path[0] ?? '');
  const member = name.charAt(0).toLowerCase() + name.slice(1);
  throw new StsError(
    400,
    'ValidationError',
    `1 validation error detected: Value at '${member}' failed to satisfy constraint: ${problem?.message ?? ''}`,
  );
}

/**
 * Trusted are the hub's own identities, and for a member role only with the external id. Like AWS, it never says which
 * of the conditions failed.
 */
function isTrusted(
  options: AssumeRoleOptions,
  accountId: string,
  asked: AssumeRoleForm,
  { principal }: IssuedCredentials,
): boolean {
  const { organization, externalId } = options;
  const roleName = roleNameOf(asked.RoleArn);
  const isHubRole = roleName === options.hubRole && accountId === organization.hub.id;
  return (
    organization.account(accountId) !== undefined &&
    (isHubRole || [options.memberRole, options.commandRole, options.agentRole].includes(roleName)) &&
    (isHubRole || externalId === null || asked.ExternalId === externalId) &&
    principal.accountId === organization.hub.id &&
    principal.refusal('sts:AssumeRole') === undefined &&
    // A source identity stays once it is set: nobody can change it along a chain of roles.
    (principal.sourceIdentity ?? asked.SourceIdentity) === (asked.SourceIdentity ?? principal.sourceIdentity)
  );
}

function issue(
  options: AssumeRoleOptions,
  accountId: string,
  asked: AssumeRoleForm,
  caller: IssuedCredentials,
  policies: { readonly identity: Policy; readonly session: Policy | undefined },
): HttpReply {
  const roleName = roleNameOf(asked.RoleArn);
  const sourceIdentity = asked.SourceIdentity ?? caller.principal.sourceIdentity;
  const arn = `arn:aws:sts::${accountId}:assumed-role/${roleName}/${asked.RoleSessionName}`;
  const userId = `AROA${accountId}SANDB:${asked.RoleSessionName}`;
  const principal = createPrincipal(
    { kind: 'role-session', accountId, arn, userId, identityKey: `${accountId}/role/${roleName}`, sourceIdentity },
    policies,
  );
  const expiresAt = options.clock() + asked.DurationSeconds * 1000;
  const issued = options.keys.issue(principal, expiresAt);
  return succeeded(
    'AssumeRole',
    `<AssumedRoleUser><AssumedRoleId>${escapeXml(userId)}</AssumedRoleId><Arn>${escapeXml(arn)}</Arn></AssumedRoleUser>` +
      `<Credentials><AccessKeyId>${issued.accessKeyId}</AccessKeyId>` +
      `<SecretAccessKey>${issued.secretAccessKey}</SecretAccessKey>` +
      `<SessionToken>${issued.sessionToken ?? ''}</SessionToken>` +
      `<Expiration>${new Date(expiresAt).toISOString()}</Expiration></Credentials>` +
      (sourceIdentity === undefined ? '' : `<SourceIdentity>${escapeXml(sourceIdentity)}</SourceIdentity>`) +
      (policies.session === undefined ? '' : '<PackedPolicySize>42</PackedPolicySize>'),
  );
}

function roleNameOf(roleArn: string): string {
  return roleArn.slice(roleArn.indexOf(':role/') + ':role/'.length);
}

function notAuthorized({ principal }: IssuedCredentials, roleArn: string): StsError {
  const message = `User: ${principal.arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`;
  return new StsError(403, 'AccessDenied', message);
}

function injected(
  options: AssumeRoleOptions,
  accountId: string,
  caller: IssuedCredentials,
  roleArn: string,
): HttpReply | undefined {
  const outcome = options.faults.at(accountId, 'sts');
  if (outcome === 'denied') throw notAuthorized(caller, roleArn);
  if (outcome === 'throttled') throw new StsError(400, 'Throttling', 'Rate exceeded');
  if (outcome === 'error') {
    const message = 'The request processing has failed because of an unknown error, exception or failure.';
    throw new StsError(500, 'InternalFailure', message);
  }
  if (outcome === 'expired-session') {
    throw new StsError(403, 'ExpiredToken', 'The security token included in the request is expired');
  }
  if (outcome === 'unreachable') return DROP;
  return outcome === 'timeout' ? HANG : undefined;
}

/** `PolicyArns.member.1.arn`, `…2…`: how the query protocol writes a list. */
function listed(form: URLSearchParams, prefix: string, suffix: string): readonly string[] {
  const values: string[] = [];
  for (let index = 1; ; index += 1) {
    const value = form.get(`${prefix}.${String(index)}${suffix}`);
    if (value === null) return values;
    values.push(value);
  }
}
