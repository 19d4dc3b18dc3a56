import { readFileSync } from 'node:fs';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { SSMClient } from '@aws-sdk/client-ssm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  deployInfrastructure,
  destroyInfrastructure,
  type InfrastructureUses,
  type InfrastructureWish,
  planInfrastructure,
} from '../../infrastructure/scripts/deploy/infrastructure.js';
import { modelArns } from '../../infrastructure/scripts/deploy/model-arns.js';
import { CREDENTIALS, surroundings } from './support/emulator/around.js';
import { type Emulator, startEmulator } from './support/emulator/emulator.js';

const UNITS = {
  'ou-prod-11111111': ['222222222222', '333333333333'],
  'ou-test-22222222': ['444444444444'],
};
const READING = /^(Describe|List|Get)|\.Get/;

let emulator: Emulator;
let cloudFormation: CloudFormationClient;
let ssm: SSMClient;

beforeEach(async () => {
  emulator = await startEmulator({ units: UNITS });
  const common = { region: 'us-east-1', endpoint: emulator.url, credentials: CREDENTIALS };
  cloudFormation = new CloudFormationClient(common);
  ssm = new SSMClient(common);
});

afterEach(async () => {
  cloudFormation.destroy();
  ssm.destroy();
  await emulator.close();
});

const templates = {
  central: readFileSync('infrastructure/central-account.yaml', 'utf8'),
  member: readFileSync('infrastructure/member-account-role.yaml', 'utf8'),
};

function uses(around = surroundings()): InfrastructureUses & { readonly around: ReturnType<typeof surroundings> } {
  const identity = { accountId: '111111111111', partition: 'aws', region: 'us-east-1' } as const;
  return { cloudFormation, ssm, identity, templates, around };
}

function wish(changes: Partial<InfrastructureWish> = {}): InfrastructureWish {
  return {
    organizationId: 'o-exampleorgid',
    units: Object.keys(UNITS),
    accounts: [],
    stackName: 'central-ops',
    stackSetName: 'central-ops-target-role',
    callAs: 'DELEGATED_ADMIN',
    breadth: 'broad',
    sensitiveReads: [],
    onlyThroughAwsMcp: false,
    model: 'none',
    callers: [],
    parameters: {},
    ...changes,
  };
}

const set = () => emulator.stackSets.sets.get('central-ops-target-role');
const accountsOf = () => [...(set()?.instances.values() ?? [])].map(({ account, status }) => `${account} ${status}`);

describe('deployInfrastructure', () => {
  it('makes the central account and the role in every account of the units', async () => {
    const around = surroundings();

    const result = await deployInfrastructure(wish(), uses(around));

    expect(result).toEqual({ current: ['222222222222', '333333333333', '444444444444'], failed: [] });
    expect(emulator.stacks.stacks.get('central-ops')?.status).toBe('CREATE_COMPLETE');
    const externalId = emulator.parameters.get('/central-ops/external-id') ?? '';
    expect(externalId).toMatch(/^[0-9a-f]{48}$/);
    expect(set()).toMatchObject({
      auto: true,
      parameters: {
        CentralAccountId: '111111111111',
        CentralRoleId: 'AROAEXAMPLEROLEID',
        OrganizationId: 'o-exampleorgid',
        ExternalId: externalId,
        Breadth: 'broad',
        ObjectBodies: 'denied',
        LogEvents: 'denied',
        ParameterValues: 'denied',
        OnlyThroughAwsMcp: 'no',
      },
    });
    expect(around.lines).toEqual(
      expect.arrayContaining([
        'stack central-ops: AgentRole CREATE_COMPLETE',
        'stack central-ops: CREATE_COMPLETE',
        'stack set central-ops-target-role: 333333333333 SUCCEEDED',
        '3 account(s) have the role, 0 failed',
      ]),
    );
    expect(around.lines.join('\n')).not.toContain(externalId);
  });

  it('changes nothing when it is run again', async () => {
    await deployInfrastructure(wish(), uses());
    emulator.asked.length = 0;
    const around = surroundings();

    const result = await deployInfrastructure(wish(), uses(around));

    expect(result.failed).toEqual([]);
    // CloudFormation itself is asked whether there is anything to update, and says no.
    expect(emulator.asked.filter((name) => !READING.test(name))).toEqual(['UpdateStack']);
    expect(around.lines).toEqual(['stack central-ops: nothing to change', '3 account(s) have the role, 0 failed']);
  });

  it('says why a stack failed, and begins anew when the cause is gone', async () => {
    emulator.stacks.failOn('AgentRole', 'CentralOpsAgentRole already exists in stack old');

    await expect(deployInfrastructure(wish(), uses())).rejects.toThrow(
      'The stack central-ops failed (ROLLBACK_COMPLETE): AgentRole CREATE_FAILED: CentralOpsAgentRole already exists in stack old',
    );
    const externalId = emulator.parameters.get('/central-ops/external-id');
    const around = surroundings();
    const result = await deployInfrastructure(wish(), uses(around));

    expect(result.failed).toEqual([]);
    expect(around.lines[0]).toBe(
      'stack central-ops: an earlier creation failed (ROLLBACK_COMPLETE); removing what is left of it',
    );
    expect(emulator.parameters.get('/central-ops/external-id')).toBe(externalId);
  });

  it('goes on in the other accounts when one fails, names it, and tries that one again the next time', async () => {
    emulator.stackSets.failIn('222222222222', 'Role CentralOpsTargetRole already exists');

    const first = await deployInfrastructure(wish(), uses());

    expect(first).toEqual({
      current: ['333333333333', '444444444444'],
      failed: [{ account: '222222222222', reason: 'Role CentralOpsTargetRole already exists' }],
    });
    emulator.asked.length = 0;
    const second = await deployInfrastructure(wish(), uses());

    expect(second).toEqual({ current: ['222222222222', '333333333333', '444444444444'], failed: [] });
    expect(emulator.asked).toContain('UpdateStackInstances');
    expect(emulator.asked).not.toContain('CreateStackInstances');
  });

  it('picks up where an interrupted run left: a stack in creation', async () => {
    await expect(deployInfrastructure(wish(), uses(surroundings({ afterPauses: 1 })))).rejects.toThrow('aborted');
    expect(emulator.stacks.stacks.get('central-ops')?.status).toBe('CREATE_IN_PROGRESS');

    const result = await deployInfrastructure(wish(), uses());

    expect(result.failed).toEqual([]);
    expect(emulator.asked.filter((name) => name === 'CreateStack')).toHaveLength(1);
  });

  it('picks up where an interrupted run left: an operation of the stack set', async () => {
    await deployInfrastructure(wish({ units: ['ou-test-22222222'] }), uses());
    await expect(deployInfrastructure(wish(), uses(surroundings({ afterPauses: 0 })))).rejects.toThrow('aborted');
    const around = surroundings();

    const result = await deployInfrastructure(wish(), uses(around));

    expect(result.current).toHaveLength(3);
    expect(around.lines.join('\n')).toMatch(/waiting for the operation operation-\d, which is RUNNING/);
  });

  it('updates all accounts when what the role may do changes', async () => {
    await deployInfrastructure(wish(), uses());
    const around = surroundings();

    await deployInfrastructure(wish({ breadth: 'narrow', sensitiveReads: ['log-events'] }), uses(around));

    expect(set()?.parameters).toMatchObject({ Breadth: 'narrow', LogEvents: 'allowed', ObjectBodies: 'denied' });
    expect(around.lines).toContain('stack set central-ops-target-role: updating it and its instances');
    expect(emulator.stacks.stacks.get('central-ops')?.parameters['SensitiveReads']).toBe('log-events');
  });

  it('leaves alone what deploy-agent has set', async () => {
    const image = '111111111111.dkr.ecr.us-east-1.amazonaws.com/central-ops:1';
    await deployInfrastructure(wish({ parameters: { ContainerUri: image } }), uses());

    await deployInfrastructure(wish({ model: 'bedrock:us.anthropic.claude-x' }), uses());

    expect(emulator.stacks.stacks.get('central-ops')?.parameters).toMatchObject({
      ContainerUri: image,
      Model: 'bedrock:us.anthropic.claude-x',
    });
  });

  it('takes single accounts of a unit, and then no others that join it', async () => {
    const result = await deployInfrastructure(wish({ accounts: ['333333333333'] }), uses());

    expect(result.current).toEqual(['333333333333']);
    expect(set()?.auto).toBe(false);
  });

  it('keeps the registry as a parameter, and refuses one that does not fit', async () => {
    await deployInfrastructure(wish({ registry: '{"accounts":[]}' }), uses());

    expect(emulator.parameters.get('/central-ops/accounts')).toBe('{"accounts":[]}');
    await expect(deployInfrastructure(wish({ registry: 'x'.repeat(8193) }), uses())).rejects.toThrow('8193 bytes');
  });
});

describe('planInfrastructure', () => {
  it('says what would be done, and does nothing', async () => {
    const lines = await planInfrastructure(wish(), uses());

    expect(lines).toEqual([
      'parameter /central-ops/external-id: would be created, with a new external id',
      'stack central-ops: would be created',
      'stack set central-ops-target-role: would be created, and deployed to ou-prod-11111111, ou-test-22222222',
    ]);
    expect(emulator.asked.filter((name) => !READING.test(name))).toEqual([]);
  });

  it('says what is different from what is there', async () => {
    emulator.stackSets.failIn('222222222222', 'no');
    await deployInfrastructure(wish({ units: ['ou-prod-11111111'] }), uses());
    emulator.asked.length = 0;

    const lines = await planInfrastructure(wish({ breadth: 'narrow', model: 'bedrock:a.b' }), uses());

    expect(lines).toEqual([
      'stack central-ops: would be updated (Model, ModelArns)',
      'stack set central-ops-target-role: would be updated in all its accounts',
      'stack set central-ops-target-role: would be deployed to ou-test-22222222',
      'stack set central-ops-target-role: 222222222222 is OUTDATED and would be tried again',
    ]);
    expect(emulator.asked.filter((name) => !READING.test(name))).toEqual([]);
  });
});

describe('destroyInfrastructure', () => {
  it('takes the role out of every account, removes the stack and says what is kept', async () => {
    await deployInfrastructure(wish(), uses());
    const around = surroundings();

    await destroyInfrastructure(wish(), uses(around));

    expect(set()).toBeUndefined();
    expect(emulator.stacks.stacks.get('central-ops')).toBeUndefined();
    expect(around.lines.slice(-5)).toEqual([
      'stack central-ops: deleted',
      'kept, because they hold data; remove them when nobody needs it any more:',
      '  aws dynamodb delete-table --table-name central-ops-agentregistry',
      '  the bucket central-ops-artifactsbucket, with all versions of its objects (console: Empty, then Delete)',
      '  aws ssm delete-parameters --names /central-ops/external-id /central-ops/accounts',
    ]);
  });

  it('stops when an account keeps the role, names it, and can be run again', async () => {
    await deployInfrastructure(wish(), uses());
    emulator.stackSets.failIn('333333333333', 'Cannot delete entity, must detach all policies first.');

    await expect(destroyInfrastructure(wish(), uses())).rejects.toThrow(
      'The role is still in 333333333333 (Cannot delete entity, must detach all policies first.).',
    );
    expect(accountsOf()).toEqual(['333333333333 OUTDATED']);
    expect(emulator.stacks.stacks.get('central-ops')?.status).toBe('CREATE_COMPLETE');
    await destroyInfrastructure(wish(), uses());

    expect(set()).toBeUndefined();
  });

  it('is content with what is not there', async () => {
    const around = surroundings();

    await destroyInfrastructure(wish(), uses(around));

    expect(around.lines.slice(0, 2)).toEqual([
      'stack set central-ops-target-role: there is none',
      'stack central-ops: there is none',
    ]);
  });
});

describe('modelArns', () => {
  const place = { partition: 'aws', region: 'us-east-1', accountId: '111111111111' } as const;

  it.each([
    ['none', []],
    ['bedrock:anthropic.claude-x-v1:0', ['arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-x-v1:0']],
    [
      'bedrock:us.anthropic.claude-x-v1:0',
      [
        'arn:aws:bedrock:us-east-1:111111111111:inference-profile/us.anthropic.claude-x-v1:0',
        'arn:aws:bedrock:*::foundation-model/anthropic.claude-x-v1:0',
      ],
    ],
    ['bedrock:arn:aws:bedrock:us-east-1:1:custom-model/x', ['arn:aws:bedrock:us-east-1:1:custom-model/x']],
  ])('%s', (model, expected) => {
    expect(modelArns(model, place)).toEqual(expected);
  });
});
