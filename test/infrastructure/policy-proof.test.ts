/**
 * The proof that Central Ops can only read: over every action of AWS's authorization data, with the templates as
 * CloudFormation would resolve them, the published text of ReadOnlyAccess and the session policy that the product sends.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCatalogue } from '../../src/planning/catalogue/catalogue.js';
import { sessionDenyPolicy } from '../../src/credentials/session-policy.js';
import { deniedActions, type DeniedActions } from '../../infrastructure/scripts/policies/denied-actions.js';
import { withDenyBlocks } from '../../infrastructure/scripts/policies/deny-blocks.js';
import { notAllowedPage, shareOf } from '../../infrastructure/scripts/policies/not-allowed.js';
import { readOnlyAccess } from '../../infrastructure/scripts/policies/read-only-access.js';
import { evaluate, type Principal } from './support/iam/evaluate.js';
import { parsePolicy } from './support/iam/policy.js';
import {
  EVERYTHING_SWITCHED_ON,
  mayDo,
  type ProofFacts,
  proofFacts,
  readOnlyViolations,
} from './support/read-only-proof.js';
import { permissionSetPrincipal, roleOf, session, templateText } from './support/roles.js';

let facts: ProofFacts;
beforeAll(async () => {
  facts = await proofFacts();
});

function member(parameters: Readonly<Record<string, string>> = {}, text?: string): Principal {
  return roleOf('member', parameters, text).principal;
}

describe('the member role', () => {
  it.each([
    ['broad, with its session policy', () => ({ ...member(), session: session(sessionDenyPolicy()) })],
    ['broad, alone', () => member()],
    ['narrow, alone', () => member({ Breadth: 'narrow' })],
    ['the permission set, which takes no session policy', () => permissionSetPrincipal()],
  ])('%s: allows nothing but reads, and none that hands out secrets or starts something', (_, principal) => {
    expect(readOnlyViolations(principal(), facts)).toEqual([]);
  });

  it('with everything switched on, still allows no secrets, no side effects and no writes', async () => {
    const { parameters, reads } = EVERYTHING_SWITCHED_ON;
    const everything = await proofFacts(reads);

    const found = [
      ...readOnlyViolations({ ...member(parameters), session: session(sessionDenyPolicy(reads)) }, everything),
      ...readOnlyViolations(permissionSetPrincipal(parameters), everything),
    ];

    expect(found).toEqual([]);
  });

  it('stays read-only when somebody attaches AdministratorAccess to it: the boundary holds', () => {
    const role = member();
    const administrator = parsePolicy({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
    });

    expect(readOnlyViolations({ ...role, identity: [...role.identity, administrator] }, facts)).toEqual([]);
  });

  it('narrow: allows the six core services and nothing else', () => {
    const narrow = member({ Breadth: 'narrow' });

    const services = new Set(
      [...facts.levels.keys()].filter((action) => mayDo(narrow, action)).map((action) => action.split(':')[0]),
    );

    expect([...services].toSorted((a = '', b = '') => a.localeCompare(b))).toEqual([
      'ec2',
      'ecs',
      'eks',
      'lambda',
      'rds',
      's3',
    ]);
  });

  it.each([
    ['ObjectBodies', 'broad', 's3:GetObject'],
    ['ObjectBodies', 'narrow', 's3:GetObject'],
    ['LogEvents', 'broad', 'logs:FilterLogEvents'],
    ['ParameterValues', 'broad', 'ssm:GetParameter'],
  ])('%s decides in the %s role over %s', (parameter, Breadth, action) => {
    expect(mayDo(member({ Breadth }), action)).toBe(false);
    expect(mayDo(member({ Breadth, [parameter]: 'allowed' }), action)).toBe(true);
  });

  it('can be of no use outside of the AWS MCP Server', () => {
    const bound = member({ OnlyThroughAwsMcp: 'yes' });
    const withoutKey = [...facts.levels.keys()].filter((action) => mayDoDirectly(bound, action));

    expect(withoutKey).toEqual([]);
    expect(mayDo(bound, 'ec2:DescribeInstances')).toBe(true);
  });
});

describe('what the sessions of the broad role can answer', () => {
  it('is the share of the catalogue that the committed page says', () => {
    const principal = { ...member(), session: session(sessionDenyPolicy()) };

    const share = shareOf(createCatalogue(), (action) => mayDo(principal, action));

    process.stdout.write(
      `The member role allows ${share.allowed} of ${share.asked} operations of the catalogue (${((100 * share.allowed) / share.asked).toFixed(1)} %).\n`,
    );
    expect(notAllowedPage(share)).toBe(readFileSync('infrastructure/policies/not-allowed.md', 'utf8'));
  });
});

describe('the denied actions in the templates', () => {
  let denied: DeniedActions;
  beforeAll(() => {
    denied = deniedActions({ catalogue: createCatalogue(), levels: facts.levels, managed: readOnlyAccess() });
  });

  it.each(['member', 'permissionSet'] as const)('%s: are those that the product itself obeys', (name) => {
    expect(templateText(name)).toBe(withDenyBlocks(templateText(name), denied));
  });

  it('hold every pattern of the session policy', () => {
    const { Statement } = JSON.parse(sessionDenyPolicy());

    expect(Object.values(denied.groups).flat()).toEqual(expect.arrayContaining(Statement[0].Action));
  });

  it('are complete but for what is denied by resource', () => {
    expect(denied.shared).toEqual(['apigateway:GET']);
  });

  it('fit into the inline policies of a role', () => {
    const { identity } = member({ Breadth: 'narrow', OnlyThroughAwsMcp: 'yes' });

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html: 10,240 characters, white space apart.
    expect(JSON.stringify(identity).length).toBeLessThan(10_240);
  });
});

describe('a mistake in the template', () => {
  const text = templateText('member');

  it.each([
    ['a denied action that is gone', text.replace(/ +- ssm:GetCommandInvocation\n/, ''), 'ssm:GetCommandInvocation'],
    [
      'a deny that misses its service',
      text.replaceAll('- kms:GetParametersForImport', '- kms:GetParametersForExport'),
      'kms:GetParametersForImport',
    ],
    [
      'a deny of one resource alone',
      text.replace(
        "# end of denied actions\n                Resource: '*'",
        '# end of denied actions\n                Resource: arn:aws:s3:::x',
      ),
      'iam:GetCredentialReport',
    ],
    [
      'a deny that became an allow',
      text.replace(
        'Sid: SecretsAndSideEffects\n                Effect: Deny',
        'Sid: SecretsAndSideEffects\n                Effect: Allow',
      ),
      'iam:GetCredentialReport',
    ],
    [
      'keys of API Gateway forgotten',
      text.replace('apigateway:*::/apikeys/*', 'apigateway:*::/apikey/*'),
      '/apikeys/abc123',
    ],
    ['another managed policy without a boundary', widened(text), 'iam:CreateUser'],
  ])('is caught: %s', (_, mutated, expected) => {
    expect(mutated).not.toBe(text);

    const found = readOnlyViolations(member({}, mutated), facts);

    expect(found.join('\n')).toContain(expected);
  });
});

/** A statement that allows everything, and no boundary to stop it. */
function widened(text: string): string {
  return text
    .replace(/ {6}PermissionsBoundary:[\s\S]*?(?= {6}AssumeRolePolicyDocument)/, '')
    .replace(
      '- Sid: SecretsAndSideEffects',
      "- {Effect: Allow, Action: '*', Resource: '*'}\n              - Sid: SecretsAndSideEffects",
    );
}

function mayDoDirectly(principal: Principal, action: string): boolean {
  return [{}, { 'aws:ViaAWSMCPService': 'false' }].some(
    (context) => evaluate(principal, { action, resource: 'arn:aws:a:b:c:d', context }) === 'allowed',
  );
}
