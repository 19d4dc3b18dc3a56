import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRegistry } from '../../../src/accounts/registry.js';
import { CentralOpsError } from '../../../src/domain/errors.js';

const origin = 'accounts.json';

function failure(input: unknown): CentralOpsError {
  try {
    parseRegistry(input, { origin });
  } catch (error) {
    if (error instanceof CentralOpsError) return error;
    throw error;
  }
  throw new Error('the registry was taken');
}

/** The lines of the message under its heading. */
function problems(...entries: unknown[]): readonly string[] {
  return failure({ accounts: entries })
    .message.split('\n')
    .slice(1)
    .map((line) => line.trim());
}

function idsOrCode(input: unknown): string {
  try {
    return parseRegistry(input, { origin })
      .accounts()
      .map(({ id }) => id)
      .join();
  } catch (error) {
    if (error instanceof CentralOpsError) return error.code;
    throw error;
  }
}

const good = { id: '222222222222', name: 'Production' };

describe('parseRegistry', () => {
  it('takes the entry of the first seed and every optional field', () => {
    const registry = parseRegistry(
      {
        accounts: [
          { id: '111111111111', name: 'Central Operations', environment: 'operations', role: 'central' },
          {
            id: '000000000042',
            name: 'Payments',
            environment: 'production',
            role: 'workload',
            tags: { team: 'payments' },
            ou: 'Workloads/Production',
            regions: ['cn-north-1', 'cn-north-1'],
            partition: 'aws-cn',
            roleName: 'ops/Reader',
            externalId: 'env:PAYMENTS_ID',
            permissionSet: 'ReadOnly',
          },
        ],
      },
      { origin },
    );

    expect(registry.accounts()).toEqual([
      {
        id: '111111111111',
        name: 'Central Operations',
        environment: 'operations',
        role: 'central',
        tags: {},
        partition: 'aws',
      },
      {
        id: '000000000042',
        name: 'Payments',
        environment: 'production',
        role: 'workload',
        tags: { team: 'payments' },
        ou: 'Workloads/Production',
        regions: ['cn-north-1'],
        partition: 'aws-cn',
        roleName: 'ops/Reader',
        externalId: 'env:PAYMENTS_ID',
        permissionSet: 'ReadOnly',
      },
    ]);
    expect(registry.find('000000000042')?.name).toBe('Payments');
    expect(registry.find('42')).toBeUndefined();
    expect(registry.origin).toBe('accounts.json');
  });

  it('takes a bare list, as text too', () => {
    const registry = parseRegistry('[{"id": "222222222222", "name": "Production"}]', { origin });

    expect(registry.accounts().map(({ id }) => id)).toEqual(['222222222222']);
  });

  it.each([
    [
      { ...good, id: 12345678901 },
      'accounts[0].id is the number 12345678901: ids are strings: a leading zero would be lost; write "012345678901".',
    ],
    [{ ...good, id: '12345' }, 'accounts[0].id is "12345": write the 12 digits of the account as a string.'],
    [{ ...good, id: '2222-2222-2222' }, 'accounts[0].id is "2222-2222-2222": write "222222222222".'],
    [{ name: 'Production' }, 'accounts[0].id is missing: write the 12 digits of the account as a string.'],
    [{ id: good.id }, 'accounts[0].name is missing: write the name that people use for the account, as a string.'],
    [
      { ...good, name: ' ' },
      'accounts[0].name is empty, too long or holds control characters: write the name that people use for the account, at most 128 characters.',
    ],
    [
      { ...good, name: 'tag:prod' },
      'accounts[0].name means something else when accounts are chosen: write a name that is not an id, "all" or "tag:…".',
    ],
    [
      { ...good, name: 'All' },
      'accounts[0].name means something else when accounts are chosen: write a name that is not an id, "all" or "tag:…".',
    ],
    [
      { ...good, enviroment: 'production' },
      'accounts[0].enviroment is not a field of an account: did you mean "environment"?',
    ],
    [{ ...good, tags: { team: 7 } }, 'accounts[0].tags.team is 7: write the value of a tag, as a string.'],
    [{ ...good, tags: ['team'] }, 'accounts[0].tags is a list: write an object of strings: {"team": "payments"}.'],
    [
      { ...good, regions: ['eu-west-9'] },
      'accounts[0].regions[0] "eu-west-9" is not an AWS Region: did you mean "eu-west-1"?',
    ],
    [{ ...good, regions: 'eu-west-1' }, 'accounts[0].regions is "eu-west-1": write a list of Regions: ["eu-west-1"].'],
    [{ ...good, regions: [] }, 'accounts[0].regions is empty: name at least one Region, or leave the field out.'],
    [
      { ...good, regions: ['cn-north-1'] },
      'accounts[0].regions[0] "cn-north-1" is in the partition aws-cn, the account in aws: remove it, or set "partition".',
    ],
    [{ ...good, partition: 'china' }, 'accounts[0].partition is "china": write "aws", "aws-cn" or "aws-us-gov".'],
    [
      { ...good, roleName: 'arn:aws:iam::222222222222:role/X' },
      'accounts[0].roleName is not the name of an IAM role: write the name alone, not an ARN: "CentralOpsTargetRole".',
    ],
    ['222222222222', 'accounts[0] is "222222222222": write an object: {"id": "…", "name": "…"}.'],
    [null, 'accounts[0] is null: write an object: {"id": "…", "name": "…"}.'],
  ])('refuses %j with its place, what was found and the cure', (entry, line) => {
    expect(problems(entry)).toEqual([line]);
  });

  it('reports everything at once', () => {
    const found = problems(
      { ...good, id: 222222222222 },
      good,
      { id: '222222222222', name: 'production', color: 'red' },
      { id: '333333333333', name: 'Staging', regions: ['eu-west-1', 'moon-1'] },
    );

    expect(found).toEqual([
      'accounts[0].id is the number 222222222222: ids are strings: a leading zero would be lost; write "222222222222".',
      'accounts[2].color is not a field of an account: remove it; the fields are id, name, environment, role, tags, ou, regions, partition, roleName, externalId, permissionSet.',
      'accounts[3].regions[1] "moon-1" is not an AWS Region: write a Region’s code, such as "eu-west-1".',
      'accounts[1].name "Production" is already the name of accounts[0]: give each account a name of its own.',
      'accounts[2].id "222222222222" is already the id of accounts[1]: remove one of them.',
      'accounts[2].name "production" is already the name of accounts[0]: give each account a name of its own.',
    ]);
  });

  it.each([
    [{}, 'accounts is missing'],
    [{ accounts: {} }, 'accounts is not a list'],
    [{ accounts: [] }, 'accounts is empty'],
    [[], 'the registry is empty'],
    [7, 'the registry is not an object'],
    [{ accounts: [good], version: 1 }, 'version is not a field of a registry'],
  ])('refuses %j as a whole', (input, text) => {
    const error = failure(input);

    expect(error.code).toBe('registry-invalid');
    expect(error.message).toContain(`The account registry accounts.json has one problem:\n  ${text}`);
  });

  it('says where text stops being JSON, without quoting it', () => {
    const error = failure(
      '{"accounts": [\n  {"id": "222222222222", "externalId": "very-secret-value" "name": "x"}\n]}',
    );

    expect(error.message).toBe(
      'The account registry accounts.json is not JSON: it goes wrong at line 2, column 60. ' +
        'Correct it there (a missing or extra comma, quote or bracket), then ask again.',
    );
    expect(error.cause).toBeUndefined();
  });

  it('never shows an external id', () => {
    const error = failure({
      accounts: [
        { ...good, externalId: 'topsecret value' },
        { ...good, externalId: ['topsecret'] },
      ],
    });

    expect(JSON.stringify({ message: error.message, facts: error.facts })).not.toContain('topsecret');
  });

  it('answers anything at all with accounts or with registry-invalid', () => {
    const entry = fc.oneof(
      fc.anything(),
      fc.record({
        id: fc.oneof(fc.string(), fc.integer()),
        name: fc.anything(),
        tags: fc.anything(),
        regions: fc.anything(),
      }),
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.array(entry), fc.record({ accounts: fc.array(entry) })), (input) => {
        expect(idsOrCode(input)).toMatch(/^(?:registry-invalid|\d{12}(?:,\d{12})*)$/);
      }),
    );
  });
});
