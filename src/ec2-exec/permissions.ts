import type { Account } from '../domain/account.js';

/** What a session may be used for: to look at the instance, or to run a command on it with one document. */
export type CommandPermissions = { readonly kind: 'look' } | { readonly kind: 'run'; readonly document: string };

/**
 * The session policy of an assumed role: this instance and this document, and nothing else, whatever the role allows besides. Which
 * actions take resources: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html
 */
export function commandSessionPolicy(
  { account, region, instanceId }: { readonly account: Account; readonly region: string; readonly instanceId: string },
  permissions: CommandPermissions,
): string {
  const { id, partition } = account;
  const looking = ['ec2:DescribeInstances', 'ssm:DescribeInstanceInformation'];
  const statements =
    permissions.kind === 'look'
      ? [statement(looking, ['*'])]
      : [
          statement([...looking, 'ssm:GetCommandInvocation', 'ssm:CancelCommand'], ['*']),
          statement(
            ['ssm:SendCommand'],
            [
              `arn:${partition}:ec2:${region}:${id}:instance/${instanceId}`,
              // AWS's own documents belong to no account.
              `arn:${partition}:ssm:${region}:${permissions.document.startsWith('AWS-') ? '' : id}:document/${permissions.document}`,
            ],
          ),
        ];
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

function statement(actions: readonly string[], resources: readonly string[]) {
  return { Effect: 'Allow', Action: actions, Resource: resources };
}
