import { describe, expect, it } from 'vitest';
import { BLANK, blankSecrets } from '../../../src/command/blank-secrets.js';
import { createCatalogue } from '../../../src/planning/catalogue/catalogue.js';
import { checkCommand } from '../../../src/planning/command/check-command.js';

const catalogue = createCatalogue();

/** What is shown of a reply of a command. */
async function shown(command: string, reply: unknown, allowMutations = false): Promise<string> {
  const { output } = checkCommand(catalogue, command, { sensitiveReads: [], allowMutations });
  if (output.kind === 'plain') throw new Error('it is not blanked');
  return blankSecrets(JSON.stringify(reply), output);
}

describe('what the AWS CLI prints', () => {
  it('loses user data, and what contains a secret, whole', async () => {
    const reply = {
      LaunchConfigurations: [{ LaunchConfigurationName: 'a', UserData: 'c2VjcmV0' }, { UserData: null }],
    };

    expect(JSON.parse(await shown('aws autoscaling describe-launch-configurations', reply))).toEqual({
      LaunchConfigurations: [{ LaunchConfigurationName: 'a', UserData: BLANK }, { UserData: null }],
    });
  });

  it('loses external ids wherever a trust policy has them', async () => {
    const policy = {
      Statement: [{ Condition: { StringEquals: { 'sts:ExternalId': 'tenant-7', 'aws:PrincipalOrgID': 'o-1' } } }],
    };

    const text = await shown('aws iam list-roles', { Roles: [{ RoleName: 'r', AssumeRolePolicyDocument: policy }] });

    expect(text).not.toContain('tenant-7');
    expect(text).toContain('o-1');
  });

  it('of a change loses whatever sounds like a secret', async () => {
    const reply = { AccessKey: { UserName: 'alice', SecretAccessKey: 'hunter2' }, Status: 'Active' };

    const text = await shown('aws iam create-access-key --user-name alice', reply, true);

    expect(text).not.toContain('hunter2');
    expect(JSON.parse(text)).toMatchObject({ Status: 'Active' });
  });

  it('is queried as the AWS CLI does it, with literals that nobody quotes', async () => {
    const reply = {
      Functions: [
        { FunctionName: 'a', Runtime: 'nodejs22.x', MemorySize: 128 },
        { FunctionName: 'b', Runtime: 'python3.9' },
      ],
    };
    const query = (text: string): Promise<string> => shown(`aws lambda list-functions --query '${text}'`, reply);

    expect(JSON.parse(await query('Functions[?Runtime==`python3.9`].FunctionName'))).toEqual(['b']);
    expect(JSON.parse(await query('Functions[?MemorySize==`128`].FunctionName | [0]'))).toBe('a');
    expect(JSON.parse(await query('Functions[].join(`, `, [FunctionName, Runtime])'))).toEqual([
      'a, nodejs22.x',
      'b, python3.9',
    ]);
    expect(JSON.parse(await query('length(Functions)'))).toBe(2);
    expect(JSON.parse(await query('Nothing'))).toBeNull();
  });

  it('may be nothing', async () => {
    const { output } = checkCommand(catalogue, 'aws lambda list-functions', {
      sensitiveReads: [],
      allowMutations: false,
    });

    expect(output.kind === 'blanked' && (await blankSecrets('\n', output))).toBe('');
  });
});
