import type { ServiceOverlay } from '../overlay.js';

/** IAM: what a person wants to see, and what botocore's models do not say. */
export const iamService: ServiceOverlay = {
  service: 'iam',
  operations: {
    ListUsers: { columns: 'User=UserName; Created=CreateDate; Password last used=PasswordLastUsed; ARN=Arn' },
    ListRoles: { columns: 'Role=RoleName; Created=CreateDate; Path=Path; ARN=Arn' },
    ListPolicies: { columns: 'Policy=PolicyName; Attachments=AttachmentCount; Updated=UpdateDate; ARN=Arn' },
    ListGroups: { columns: 'Group=GroupName; Created=CreateDate; ARN=Arn' },
    ListInstanceProfiles: { columns: 'Instance profile=InstanceProfileName; Roles=Roles[].RoleName' },
    ListAccountAliases: { columns: 'Alias=' },
    GetAccountSummary: {
      columns:
        'Users=SummaryMap.Users; Roles=SummaryMap.Roles; Groups=SummaryMap.Groups; Policies=SummaryMap.Policies; Root MFA=SummaryMap.AccountMFAEnabled; Root access keys=SummaryMap.AccountAccessKeysPresent',
    },
    GetAccountPasswordPolicy: {
      columns:
        'Minimum length=MinimumPasswordLength; Expires=ExpirePasswords; Maximum age=MaxPasswordAge; Reuse prevention=PasswordReusePrevention',
      absentCodes: ['NoSuchEntity'],
    },
    ListAccessKeys: { columns: 'User=UserName; Access key ID=AccessKeyId; Status=Status; Created=CreateDate' },
    GetAccessKeyLastUsed: {
      columns: 'User=UserName; Last used=AccessKeyLastUsed.LastUsedDate; Service=AccessKeyLastUsed.ServiceName',
    },
    ListMFADevices: { columns: 'User=@UserName; MFA devices=MFADevices[].SerialNumber' },
    GetLoginProfile: { columns: 'User=@UserName; Console since=CreateDate', absentCodes: ['NoSuchEntity'] },
    GetUser: { columns: 'User=UserName; Created=CreateDate; ARN=Arn' },
    GetRole: { columns: 'Role=RoleName; Created=CreateDate; Last used=RoleLastUsed.LastUsedDate; ARN=Arn' },
    ListAttachedUserPolicies: { columns: 'User=@UserName; Policy=PolicyName; Policy ARN=PolicyArn' },
    ListAttachedRolePolicies: { columns: 'Role=@RoleName; Policy=PolicyName; Policy ARN=PolicyArn' },
    ListGroupsForUser: { columns: 'User=@UserName; Group=GroupName' },
    ListUserTags: { columns: 'User=@UserName; Key=Key; Value=Value' },
    ListRoleTags: { columns: 'Role=@RoleName; Key=Key; Value=Value' },
    ListSAMLProviders: { columns: 'Provider=Arn; Valid until=ValidUntil' },
    ListOpenIDConnectProviders: { columns: 'Provider=Arn' },
  },
};
