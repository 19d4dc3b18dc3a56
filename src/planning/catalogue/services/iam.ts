import type { ServiceDefinition } from '../definition.js';

/** IAM: what can be asked and what is refused (botocore 1.43, IAM data 2026-09-26). */
export const iamService: ServiceDefinition = {
  service: 'iam',
  label: 'IAM',
  iamPrefix: 'iam',
  global: true,
  searchWords: ['user', 'role', 'policy', 'group', 'access', 'key', 'mfa', 'identity'],
  operations: {
    ListUsers: {
      access: 'List',
      parameters: 'PathPrefix:string Marker:string MaxItems:integer',
      pages: ['Marker', 'Marker', 'MaxItems'],
      items: 'Users[]',
      columns: 'User=UserName; Created=CreateDate; Password last used=PasswordLastUsed; ARN=Arn',
    },
    ListRoles: {
      access: 'List',
      parameters: 'PathPrefix:string Marker:string MaxItems:integer',
      pages: ['Marker', 'Marker', 'MaxItems'],
      items: 'Roles[]',
      columns: 'Role=RoleName; Created=CreateDate; Path=Path; ARN=Arn',
    },
    ListPolicies: {
      access: 'List',
      parameters:
        'Scope:string OnlyAttached:boolean PathPrefix:string PolicyUsageFilter:string Marker:string MaxItems:integer',
      pages: ['Marker', 'Marker', 'MaxItems'],
      items: 'Policies[]',
      columns: 'Policy=PolicyName; Attachments=AttachmentCount; Updated=UpdateDate; ARN=Arn',
    },
    ListGroups: {
      access: 'List',
      parameters: 'PathPrefix:string Marker:string MaxItems:integer',
      pages: ['Marker', 'Marker', 'MaxItems'],
      items: 'Groups[]',
      columns: 'Group=GroupName; Created=CreateDate; ARN=Arn',
    },
    ListInstanceProfiles: {
      access: 'List',
      parameters: 'PathPrefix:string Marker:string MaxItems:integer',
      pages: ['Marker', 'Marker', 'MaxItems'],
      items: 'InstanceProfiles[]',
      columns: 'Instance profile=InstanceProfileName; Roles=Roles[].RoleName',
    },
    ListAccountAliases: {
      access: 'List',
      parameters: 'Marker:string MaxItems:integer',
      pages: ['Marker', 'Marker', 'MaxItems'],
      items: 'AccountAliases[]',
      columns: 'Alias=',
    },
    GetAccountSummary: {
      access: 'List',
      parameters: '',
      items: '',
      columns:
        'Users=SummaryMap.Users; Roles=SummaryMap.Roles; Groups=SummaryMap.Groups; Policies=SummaryMap.Policies; Root MFA=SummaryMap.AccountMFAEnabled; Root access keys=SummaryMap.AccountAccessKeysPresent',
    },
    GetAccountPasswordPolicy: {
      access: 'Read',
      parameters: '',
      items: 'PasswordPolicy',
      columns:
        'Minimum length=MinimumPasswordLength; Expires=ExpirePasswords; Maximum age=MaxPasswordAge; Reuse prevention=PasswordReusePrevention',
      absentCodes: ['NoSuchEntity'],
    },
    ListAccessKeys: {
      access: 'List',
      parameters: 'UserName:string Marker:string MaxItems:integer',
      pages: ['Marker', 'Marker', 'MaxItems'],
      items: 'AccessKeyMetadata[]',
      columns: 'User=UserName; Access key ID=AccessKeyId; Status=Status; Created=CreateDate',
    },
    GetAccessKeyLastUsed: {
      access: 'Read',
      parameters: 'AccessKeyId!:string',
      items: '',
      columns: 'User=UserName; Last used=AccessKeyLastUsed.LastUsedDate; Service=AccessKeyLastUsed.ServiceName',
    },
    ListMFADevices: {
      access: 'List',
      parameters: 'UserName:string Marker:string MaxItems:integer',
      pages: ['Marker', 'Marker', 'MaxItems'],
      items: '',
      columns: 'User=@UserName; MFA devices=MFADevices[].SerialNumber',
    },
    GetLoginProfile: {
      access: 'List',
      parameters: 'UserName:string',
      items: 'LoginProfile',
      columns: 'User=@UserName; Console since=CreateDate',
      absentCodes: ['NoSuchEntity'],
    },
    GetUser: {
      access: 'Read',
      parameters: 'UserName:string',
      items: 'User',
      columns: 'User=UserName; Created=CreateDate; ARN=Arn',
    },
    GetRole: {
      access: 'Read',
      parameters: 'RoleName!:string',
      items: 'Role',
      columns: 'Role=RoleName; Created=CreateDate; Last used=RoleLastUsed.LastUsedDate; ARN=Arn',
    },
    ListAttachedUserPolicies: {
      access: 'List',
      parameters: 'UserName!:string PathPrefix:string Marker:string MaxItems:integer',
      pages: ['Marker', 'Marker', 'MaxItems'],
      items: 'AttachedPolicies[]',
      columns: 'User=@UserName; Policy=PolicyName; Policy ARN=PolicyArn',
    },
    ListAttachedRolePolicies: {
      access: 'List',
      parameters: 'RoleName!:string PathPrefix:string Marker:string MaxItems:integer',
      pages: ['Marker', 'Marker', 'MaxItems'],
      items: 'AttachedPolicies[]',
      columns: 'Role=@RoleName; Policy=PolicyName; Policy ARN=PolicyArn',
    },
    ListGroupsForUser: {
      access: 'List',
      parameters: 'UserName!:string Marker:string MaxItems:integer',
      pages: ['Marker', 'Marker', 'MaxItems'],
      items: 'Groups[]',
      columns: 'User=@UserName; Group=GroupName',
    },
    ListUserTags: {
      access: 'List',
      parameters: 'UserName!:string Marker:string MaxItems:integer',
      pages: ['Marker', 'Marker', 'MaxItems'],
      items: 'Tags[]',
      columns: 'User=@UserName; Key=Key; Value=Value',
    },
    ListRoleTags: {
      access: 'List',
      parameters: 'RoleName!:string Marker:string MaxItems:integer',
      pages: ['Marker', 'Marker', 'MaxItems'],
      items: 'Tags[]',
      columns: 'Role=@RoleName; Key=Key; Value=Value',
    },
    ListSAMLProviders: {
      access: 'List',
      parameters: '',
      items: 'SAMLProviderList[]',
      columns: 'Provider=Arn; Valid until=ValidUntil',
    },
    ListOpenIDConnectProviders: {
      access: 'List',
      parameters: '',
      items: 'OpenIDConnectProviderList[]',
      columns: 'Provider=Arn',
    },
  },
  others: {
    Write:
      'CreateUser DeleteUser UpdateUser CreateRole DeleteRole UpdateRole CreateAccessKey UpdateAccessKey DeleteAccessKey CreateLoginProfile UpdateLoginProfile DeleteLoginProfile DeactivateMFADevice',
    'Permissions management, Write':
      'CreatePolicy DeletePolicy AttachUserPolicy DetachUserPolicy AttachRolePolicy DetachRolePolicy PutUserPolicy PutRolePolicy',
    Read: 'GenerateCredentialReport GetCredentialReport GenerateServiceLastAccessedDetails',
  },
};
