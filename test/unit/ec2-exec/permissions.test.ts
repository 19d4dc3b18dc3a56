import { describe, expect, it } from 'vitest';
import { auditComment } from '../../../src/ec2-exec/audit-comment.js';
import { commandSessionPolicy } from '../../../src/ec2-exec/permissions.js';

const PLACE = {
  account: { id: '222222222222', name: 'Payments', tags: {}, partition: 'aws-cn' },
  region: 'cn-north-1',
  instanceId: 'i-0123456789abcdef0',
} as const;

describe('the session policy of a command', () => {
  it('allows to look, and nothing else, before there is a command', () => {
    expect(JSON.parse(commandSessionPolicy(PLACE, { kind: 'look' }))).toEqual({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: ['ec2:DescribeInstances', 'ssm:DescribeInstanceInformation'], Resource: ['*'] },
      ],
    });
  });

  it.each([
    ['AWS-RunShellScript', 'arn:aws-cn:ssm:cn-north-1::document/AWS-RunShellScript'],
    ['Our-Diagnostics', 'arn:aws-cn:ssm:cn-north-1:222222222222:document/Our-Diagnostics'],
  ])('allows %s on this instance alone', (document, arn) => {
    expect(JSON.parse(commandSessionPolicy(PLACE, { kind: 'run', document }))).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: [
            'ec2:DescribeInstances',
            'ssm:DescribeInstanceInformation',
            'ssm:GetCommandInvocation',
            'ssm:CancelCommand',
          ],
          Resource: ['*'],
        },
        {
          Effect: 'Allow',
          Action: ['ssm:SendCommand'],
          Resource: ['arn:aws-cn:ec2:cn-north-1:222222222222:instance/i-0123456789abcdef0', arn],
        },
      ],
    });
  });
});

describe('auditComment', () => {
  const RUN = 'run-0123456789abcdef0123456789abcdef';

  it('names the caller and the run', () => {
    expect(auditComment({ kind: 'verified', name: 'anna@example.com' }, RUN)).toBe(
      `central-ops anna@example.com ${RUN}`,
    );
  });

  it('has at most 100 characters, the run always among them', () => {
    const comment = auditComment({ kind: 'verified', name: `anna ${'x'.repeat(200)}\n` }, RUN);

    expect([comment.length, comment.startsWith('central-ops anna-xxx'), comment.endsWith(` ${RUN}`)]).toEqual([
      100,
      true,
      true,
    ]);
  });

  it('does not give away an anonymous caller, whose name opens their session', () => {
    expect(auditComment({ kind: 'anonymous', name: 'session-secret' }, RUN)).toMatch(
      /^central-ops anonymous-[0-9a-f]{8} run-/,
    );
  });
});
