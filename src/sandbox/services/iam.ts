import type { JsonObject } from '../../domain/json.js';
import type { IamPolicy, IamRole, IamUser } from '../organization/model.js';
import { ServiceError } from './aws-fault.js';
import { nextPage, type Page } from './paging.js';
import type { CallContext, Service } from './service.js';

/** https://docs.aws.amazon.com/IAM/latest/APIReference/ */
export const iam: Service = {
  name: 'iam',
  className: 'IAM',
  actionPrefix: 'iam',
  endpointPrefix: 'iam',
  protocol: 'query',
  global: true,
  operations: {
    ListUsers: {
      answer: (context) => {
        const path = context.params.text('PathPrefix') ?? '/';
        const users = context.global.iamUsers.filter((user) => user.path.startsWith(path));
        return listed(page(context, users), 'Users', (user) => userWire(context, user));
      },
    },
    ListRoles: {
      answer: (context) => {
        const path = context.params.text('PathPrefix') ?? '/';
        const roles = context.global.iamRoles.filter((role) => role.path.startsWith(path));
        return listed(page(context, roles), 'Roles', (role) => roleWire(context, role));
      },
    },
    ListPolicies: { answer: listPolicies },
    ListAccountAliases: {
      answer: (context) => {
        const { accountAlias } = context.global;
        return listed(page(context, accountAlias === null ? [] : [accountAlias]), 'AccountAliases', (alias) => alias);
      },
    },
    GetAccountSummary: { answer: getAccountSummary },
    ListAttachedRolePolicies: {
      answer: (context) =>
        listed(page(context, policiesOfRole(context)), 'AttachedPolicies', (name) => ({
          PolicyName: name,
          PolicyArn: `arn:aws:iam::aws:policy/${name}`,
        })),
    },
    ListRolePolicies: {
      answer: (context) => {
        policiesOfRole(context);
        return listed(page(context, []), 'PolicyNames', (name) => name);
      },
    },
    ListMFADevices: {
      answer: (context) => {
        const devices = usersAsked(context).filter((user) => user.mfa);
        return listed(page(context, devices), 'MFADevices', (user) => ({
          UserName: user.name,
          SerialNumber: `arn:aws:iam::${context.account.id}:mfa/${user.name}`,
          EnableDate: user.createdAt,
        }));
      },
    },
    ListAccessKeys: {
      answer: (context) => {
        const keys = usersAsked(context).flatMap((user) => user.accessKeys.map((key) => ({ user, key })));
        return listed(page(context, keys), 'AccessKeyMetadata', ({ user, key }) => ({
          UserName: user.name,
          AccessKeyId: key.id,
          Status: key.active ? 'Active' : 'Inactive',
          CreateDate: key.createdAt,
        }));
      },
    },
  },
};

function page<T>(context: CallContext, items: readonly T[]): Page<T> {
  return context.page(items, {
    token: context.params.text('Marker'),
    size: context.params.whole('MaxItems'),
    standardSize: context.params.whole('MaxItems') === undefined ? 100 : 1000,
    invalid: () => new ServiceError('ValidationError', 'Invalid Marker.'),
  });
}

/** IAM says on each page whether there is another one, and names it by `Marker`. */
function listed<T>({ items, next }: Page<T>, name: string, wire: (item: T) => JsonObject | string): JsonObject {
  return { [name]: items.map(wire), IsTruncated: next !== undefined, ...nextPage('Marker', next) };
}

function usersAsked(context: CallContext): readonly IamUser[] {
  const name = context.params.text('UserName');
  if (name === undefined) return [];
  const users = context.global.iamUsers.filter((user) => user.name === name);
  if (users.length === 0) throw new ServiceError('NoSuchEntity', `The user with name ${name} cannot be found.`);
  return users;
}

/** The roles that people and the hub come in with have one policy of AWS's; those made up for the account have none. */
function policiesOfRole(context: CallContext): readonly string[] {
  const name = context.params.text('RoleName') ?? '';
  const permissionSet = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/u.exec(name)?.[1];
  if (permissionSet === 'AdministratorAccess') return ['AdministratorAccess'];
  if (permissionSet !== undefined || name === 'CentralOpsTargetRole') return ['ReadOnlyAccess'];
  if (context.global.iamRoles.some((role) => role.name === name)) return [];
  throw new ServiceError('NoSuchEntity', `The role with name ${name} cannot be found.`);
}

function userWire(context: CallContext, user: IamUser): JsonObject {
  return {
    Path: user.path,
    UserName: user.name,
    UserId: user.id,
    Arn: `arn:aws:iam::${context.account.id}:user${user.path}${user.name}`,
    CreateDate: user.createdAt,
    ...(user.passwordLastUsed === null ? {} : { PasswordLastUsed: user.passwordLastUsed }),
  };
}

function roleWire(context: CallContext, role: IamRole): JsonObject {
  const principal =
    role.trustedService === null
      ? { AWS: `arn:aws:iam::${context.account.id}:root` }
      : { Service: role.trustedService };
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: `arn:aws:iam::${context.account.id}:role${role.path}${role.name}`,
    CreateDate: role.createdAt,
    // botocore parses the URL-encoded document that the wire carries.
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }],
    },
    Description: '',
    MaxSessionDuration: 3600,
  };
}

function listPolicies(context: CallContext): JsonObject {
  const scope = context.params.text('Scope') ?? 'All';
  const own = context.global.iamPolicies.map((policy) => policyWire(context, policy));
  const managed = ['AdministratorAccess', 'ReadOnlyAccess', 'SecurityAudit', 'job-function/ViewOnlyAccess'].map(
    (name) => managedPolicyWire(name),
  );
  const policies = [...(scope === 'AWS' ? [] : own), ...(scope === 'Local' ? [] : managed)];
  const attachedOnly = context.params.flag('OnlyAttached');
  const chosen = policies.filter((policy) => !attachedOnly || policy['AttachmentCount'] !== 0);
  return listed(page(context, chosen), 'Policies', (policy) => policy);
}

function policyWire(context: CallContext, policy: IamPolicy): JsonObject {
  return {
    PolicyName: policy.name,
    PolicyId: policy.id,
    Arn: `arn:aws:iam::${context.account.id}:policy/${policy.name}`,
    Path: '/',
    DefaultVersionId: 'v1',
    AttachmentCount: policy.attachments,
    PermissionsBoundaryUsageCount: 0,
    IsAttachable: true,
    CreateDate: policy.createdAt,
    UpdateDate: policy.createdAt,
  };
}

function managedPolicyWire(name: string): JsonObject {
  const [last = name] = name.split('/').toReversed();
  return {
    PolicyName: last,
    PolicyId: `ANPAEXAMPLE${last.toUpperCase().slice(0, 10)}`,
    Arn: `arn:aws:iam::aws:policy/${name}`,
    Path: name === last ? '/' : `/${name.slice(0, -last.length)}`,
    DefaultVersionId: 'v1',
    AttachmentCount: last === 'ReadOnlyAccess' ? 1 : 0,
    PermissionsBoundaryUsageCount: 0,
    IsAttachable: true,
    CreateDate: '2015-02-06T18:39:48+00:00',
    UpdateDate: '2026-09-01T00:00:00+00:00',
  };
}

function getAccountSummary(context: CallContext): JsonObject {
  const { iamUsers, iamRoles, iamPolicies } = context.global;
  return {
    SummaryMap: {
      Users: iamUsers.length,
      Roles: iamRoles.length,
      Policies: iamPolicies.length,
      Groups: 0,
      MFADevices: iamUsers.filter((user) => user.mfa).length,
      MFADevicesInUse: iamUsers.filter((user) => user.mfa).length,
      AccountMFAEnabled: 1,
      AccountAccessKeysPresent: 0,
      UsersQuota: 5000,
      RolesQuota: 1000,
    },
  };
}
