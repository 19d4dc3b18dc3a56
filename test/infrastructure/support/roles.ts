import { readFileSync } from 'node:fs';
import { READ_ONLY_ACCESS } from '../../../infrastructure/scripts/policies/read-only-access.js';
import { resolveTemplate } from './cloudformation/resolve.js';
import { parseTemplate } from './cloudformation/template.js';
import { parsePolicy, type Policy } from './iam/policy.js';
import type { Principal } from './iam/evaluate.js';
import { isObject, type Json, textOf } from './json.js';

export const HUB = '111111111111';
export const MEMBER = '222222222222';
export const ORGANIZATION = 'o-exampleorgid';
export const EXTERNAL_ID = 'external-id-of-the-tests';

/** A role of a template, as IAM would hold it. */
export interface TemplateRole {
  readonly name: string;
  readonly accountId: string;
  readonly principal: Principal;
  readonly trust: Policy;
}

const READ_ONLY = parsePolicy(JSON.parse(readFileSync(READ_ONLY_ACCESS, 'utf8')));

export const TEMPLATES = {
  central: 'infrastructure/central-account.yaml',
  member: 'infrastructure/member-account-role.yaml',
  spoke: 'infrastructure/spoke-agent-role.yaml',
  permissionSet: 'infrastructure/permission-set.yaml',
} as const;

const REQUIRED: Readonly<Record<keyof typeof TEMPLATES, Readonly<Record<string, string>>>> = {
  central: { OrganizationId: ORGANIZATION },
  member: { CentralAccountId: HUB, OrganizationId: ORGANIZATION, ExternalId: EXTERNAL_ID },
  spoke: { CentralAccountId: HUB, OrganizationId: ORGANIZATION, ExternalId: EXTERNAL_ID },
  permissionSet: { InstanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef' },
};

export type TemplateName = keyof typeof TEMPLATES;

export function templateText(name: TemplateName): string {
  return readFileSync(TEMPLATES[name], 'utf8');
}

/** The resources of a template, of its text as it is or after a mutation. */
export function resourcesOf(name: TemplateName, parameters: Readonly<Record<string, string>> = {}, text?: string) {
  return resolveTemplate(parseTemplate(text ?? templateText(name)), {
    parameters: { ...REQUIRED[name], ...parameters },
    pseudo: { 'AWS::AccountId': name === 'central' ? HUB : MEMBER },
    attribute: (id, attribute) =>
      attribute === 'Arn' ? arnOf(id) : attribute === undefined ? id : `${id}.${attribute}`,
  }).resources;
}

function arnOf(id: string): string {
  const service = { Repository: 'ecr', AgentRegistry: 'dynamodb', ArtifactsBucket: 's3' }[id] ?? 'other';
  return `arn:aws:${service}:us-east-1:${HUB}:${id}`;
}

export function roleOf(
  name: TemplateName,
  parameters: Readonly<Record<string, string>> = {},
  text?: string,
): TemplateRole {
  const found = Object.values(resourcesOf(name, parameters, text)).find(({ type }) => type === 'AWS::IAM::Role');
  if (found === undefined) throw new Error(`${TEMPLATES[name]} has no role`);
  const { properties } = found;
  const accountId = name === 'central' ? HUB : MEMBER;
  const roleName = textOf(properties['RoleName']);
  const boundary = properties['PermissionsBoundary'];
  return {
    name: roleName,
    accountId,
    trust: parsePolicy(properties['AssumeRolePolicyDocument']),
    principal: {
      name: `arn:aws:iam::${accountId}:role/${roleName}`,
      accountId,
      identity: [
        ...list(properties['ManagedPolicyArns']).map(managed),
        ...list(properties['Policies']).map((policy) =>
          parsePolicy(isObject(policy) ? policy['PolicyDocument'] : null),
        ),
      ],
      ...(boundary === undefined ? {} : { boundary: managed(boundary) }),
    },
  };
}

/** What a person has who signs in with the permission set: Identity Center makes a role of it in each account. */
export function permissionSetPrincipal(parameters: Readonly<Record<string, string>> = {}, text?: string): Principal {
  const { ReadOnly } = resourcesOf('permissionSet', parameters, text);
  const properties = ReadOnly?.properties ?? {};
  const boundary = properties['PermissionsBoundary'];
  return {
    name: `arn:aws:iam::${MEMBER}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_CentralOpsReadOnly_0123456789abcdef`,
    accountId: MEMBER,
    identity: [...list(properties['ManagedPolicies']).map(managed), parsePolicy(properties['InlinePolicy'])],
    ...(isObject(boundary) ? { boundary: managed(boundary['ManagedPolicyArn'] ?? null) } : {}),
  };
}

/** The session that the product opens: the managed policy by its ARN, and the inline deny. */
export function session(inlineDeny: string): readonly Policy[] {
  return [READ_ONLY, parsePolicy(inlineDeny)];
}

function managed(arn: Json): Policy {
  if (arn !== 'arn:aws:iam::aws:policy/ReadOnlyAccess') throw new Error(`There is no copy of ${textOf(arn)}`);
  return READ_ONLY;
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
