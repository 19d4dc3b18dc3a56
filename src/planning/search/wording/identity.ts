import type { ServiceWording } from './wording.js';

/** Who may do what: IAM, Identity Center, directories, application users. */
export const IDENTITY_WORDING: readonly ServiceWording[] = [
  {
    service: 'iam',
    called:
      'identity and access management; logins; users, roles, groups and policies; permissions; access rights; credentials; access keys; mfa; service accounts; robots; privileges; trust policies; instance profiles; federation',
    operations: {
      GetAccessKeyLastUsed:
        'when a key was last used; stale access key; unused key; last activity of an access key; dormant credential; where a key was used, which service and region; access key never used; access key not used for 90 days; when did somebody last use this access key; which access keys are still used; last used service of an access key',
      GetAccountAuthorizationDetails:
        'everything about users, roles, groups and policies at once; full permission dump; complete iam snapshot; all inline and attached policies together; who has admin rights; effective permissions overview; roles with their permission boundaries; wildcard or star permissions across the account; full dump of iam; all iam roles users and policies; who can do what; who has full admin; admins among users and roles',
      GetAccountPasswordPolicy:
        'password rules; minimum password length; password complexity; password expiry; password reuse prevention; how strong must passwords be; do passwords have symbols and numbers required; maximum password age; iam password policy; how long must passwords be; do passwords expire; are strong passwords required',
      GetAccountSummary:
        'is root protected by mfa; root user has mfa; root access keys present; number of users, roles and policies; iam counts and quotas; how many iam entities; does the root account have keys; how many users have mfa devices in use; is root locked down; root account security; how many roles do we have against the limit; access keys on the root user; root user mfa enabled; root account without mfa; does root have access keys; root login protected by second factor; number of iam users; iam limits used; number of roles and users; entity counts of the account; how many roles and users',
      GetContextKeysForPrincipalPolicy:
        'condition keys used in the policies of a user or role; which conditions a principal depends on; conditions in the policies of a role',
      GetGroup:
        'who is in a group; members of a group; people in the admins group; group membership; who are the members of the admin group; members of the administrators group; which users are in a group; people in an iam group; users of the developers group',
      GetGroupPolicy:
        'text of an inline policy on a group; document embedded in a group; statements of a group inline policy; inline rights of a group',
      GetInstanceProfile:
        'role inside an instance profile; which role an ec2 profile carries; details of one instance profile; which role is in this instance profile',
      GetLoginProfile:
        'can a user sign in to the console; user with a console password; console access enabled; must reset password at next sign-in; password login of a user; who has a console password; users that can use the web console; is a user allowed into the console; console sign-in of a user',
      GetMFADevice:
        'when an mfa device was enabled; details of one mfa token; whose authenticator is this serial number; when was mfa registered; whose mfa device is this',
      GetOpenIDConnectProvider:
        'audiences and thumbprints of an oidc provider; github actions oidc trust; client ids of an identity provider; eks cluster oidc provider details; which thumbprint or audience does the github provider have; details of an oidc provider',
      GetOutboundWebIdentityFederationInfo:
        'outbound federation enabled; issuer url of the account for external services; jwt tokens for outside services',
      GetPolicy:
        'details of one managed policy; how many entities a policy is attached to; default version of a policy; when a policy was last changed; is a policy in use',
      GetPolicyVersion:
        'what a managed policy allows; policy document; json of a policy; statements of a managed policy; actions and resources a policy grants; does this policy contain a wildcard; read the statements of a policy; does a policy allow star; what actions are allowed; show the policy document; what does this policy allow; policy json; full json of a policy; json of the admin policy',
      GetRole:
        'who can assume this role; trust policy of a role; trust relationship; which principals or accounts can assume a role; role last used; maximum session duration; permission boundary of a role; external id condition on a role; trusted entities of one role; when was this role last used; roles nobody has used in months; unused role; when did somebody last assume a role; is a role assumable from another account; who is trusted by a role; which github repository may assume a role; description and path of a role; which accounts can assume a role; who may assume the deploy role; show the trust policy; role trust; last used date of a role; session duration of a role; when was the backup role last assumed; role last assumed; details of a role; role arn and description',
      GetRolePolicy:
        'text of an inline policy on a role; what an embedded role policy allows; statements written directly on the role; show the inline policy of a role; inline rights of a role',
      GetSAMLProvider:
        'saml metadata of a provider; when does the saml metadata expire; okta or azure ad federation details; idp certificate validity; when does our saml metadata run out; details of the okta provider',
      GetSSHPublicKey: 'one uploaded ssh public key of a user; codecommit ssh key fingerprint',
      GetServerCertificate:
        'one tls certificate kept in iam; body and chain of an iam certificate; details of one iam server certificate',
      GetServiceLastAccessedDetails:
        'which services a role actually used; unused permissions; access advisor; last accessed services; permissions never exercised; result of a last accessed report; has a role touched s3 lately; services granted but never used; permissions a role does not use; which services did this role use; last accessed information',
      GetServiceLastAccessedDetailsWithEntities:
        'who used a service through a policy; which entities last accessed a service; who last used s3 through a policy; which users used a service',
      GetOrganizationsAccessReport:
        'last accessed services of an organization account or ou; services never used under an scp',
      GetServiceLinkedRoleDeletionStatus: 'is the service linked role gone; why deletion of a service role failed',
      GetUser:
        'details of one user; when was a user created; when did a user last sign in with a password; arn of a user; permission boundary of one user; who am i as an iam user; details of a user',
      GetUserPolicy:
        'text of an inline policy on a user; what a policy embedded in a user allows; show the inline policy of a user; inline rights of a user',
      GetHumanReadableSummary: 'plain language summary of a delegation; readable explanation of requested permissions',
      ListDelegationRequests:
        'temporary delegation requests; partner access requests waiting for approval; pending delegated permissions; product providers asking for access; who requested delegated access; access requests by partners',
      GetDelegationRequest: 'one delegation request; who asked for temporary access and what for',
      ListAccessKeys:
        'access keys older than 90 days; old api keys of users; long lived credentials; static keys; active and inactive keys; key age; keys not rotated; programmatic access; users with two access keys; users that have access keys; who owns this key; stale keys; keys that should be rotated; disabled keys; creation date of keys; api keys of a person; users with more than one active key; access keys not rotated; access key rotation age; access keys never rotated in 90 days; access keys older than a year; users holding long lived access keys; active access keys; does this user have an access key; inactive access keys; api keys of iam users',
      ListAccountAliases:
        'friendly name of the account; sign-in url name; account alias; what is this account called; nickname of the account; vanity login address',
      ListAttachedGroupPolicies:
        'managed policies on a group; what a group is allowed; permissions of the developers group; which policies does the admins group have; managed policies attached to a group; rights of a group; what can a group do; permissions of a group in iam',
      ListAttachedRolePolicies:
        'policies attached to a role; managed policies of a role; roles with administratoraccess; admin roles; permissions of a role; what can this role do; over privileged roles; poweruser roles; which permissions does a role have; roles with full access; does a role have a managed policy; what is a lambda role allowed; what permissions does this role have; which roles have administrator access; admin policy attached to role; policies on a role; policies hanging off a role; rights of the deployer role; policies of this role',
      ListAttachedUserPolicies:
        'policies attached directly to users; managed policies of a user; users with administratoraccess; admin users; permissions of a user; what can this user do; users with policies attached directly; users with admin permissions',
      ListEntitiesForPolicy:
        'who has this policy; who has administratoraccess; users, groups and roles with a policy; where a policy is attached; entities using a policy; who is admin; everyone holding a permission; which roles use a policy; is anyone attached to a policy; who still has poweruser access; everybody with full access; who has administrator access; everyone with administratoraccess; which roles and users have a policy attached; who is an administrator; who has full admin; full admins in the account; who has admin rights',
      ListGroupPolicies: 'inline policies on groups; embedded policies of a group; which groups have inline policies',
      ListGroups:
        'user groups; teams in iam; how many groups; which groups are there; iam groups we have; which iam groups exist; iam groups by path',
      ListGroupsForUser:
        'groups a user belongs to; which teams is this user in; memberships of a person; is this user an admin through a group; what groups does somebody belong to; which iam groups contain this person; groups of one user; user belongs to groups',
      ListInstanceProfiles:
        'instance profiles; profiles for ec2 machines; roles that servers can carry; profiles without a role; which roles can ec2 use; profile names; instance profiles we have; instance profile to role mapping',
      ListInstanceProfilesForRole:
        'instance profiles containing a role; is a role usable by ec2; instance profiles of a role',
      ListMFADevices:
        'users without mfa; users missing multi factor; who has not set up two factor; second factor of a user; mfa enabled per user; hardware tokens, passkeys and authenticator apps of users; 2fa; console users without a second factor; who still has no mfa; mfa missing; which mfa device does a person use; yubikey; security keys of users; iam users without mfa enabled; users have no mfa device; mfa turned on for users; is mfa enforced for people; users with no second factor; mfa device of a user; mfa device of one person',
      ListOpenIDConnectProviders:
        'oidc identity providers; github actions federation; web identity providers; openid connect trust; eks irsa providers; gitlab oidc; which external oidc issuers do we trust; is github trusted; ci systems federated; oidc providers configured; is there a github oidc provider; identity providers for eks; do we trust github actions; trust in github actions or gitlab',
      ListOrganizationsFeatures:
        'central root access management enabled; root credentials management; root sessions for member accounts; is root access centrally managed; are member root credentials managed centrally',
      ListPolicies:
        'customer managed policies; our own policies; unattached policies; unused policies; policies attached to nothing; aws managed policies in use; permission documents; policies recently updated; policies nobody uses; policies we wrote ourselves; how many managed policies; attachment count of policies; policies we manage; custom policies we wrote; customer managed policies not attached; unused iam policies; which iam policies exist',
      ListPoliciesGrantingServiceAccess:
        'why can this role use s3; policies that give access to a service; where does a permission come from; which policy lets this user use dynamodb; where does somebody get access to a service',
      ListPolicyVersions:
        'versions of a policy; policy history; older policy revisions; policy at its five version limit; how many versions does a policy have; when was a policy last edited; old versions of a policy',
      ListRolePolicies:
        'inline policies on roles; roles with embedded policies; policy names written into a role; which roles have inline policies; inline policy names of a role',
      ListRoleTags: 'tags on a role; owner tag of a role; labels of a role; who owns this role by tag; tags of a role',
      ListUserTags: 'tags on a user; owner tag of a user; labels of a user; team tag of a user',
      ListPolicyTags: 'tags on a managed policy',
      ListRoles:
        'roles; service roles; cross account roles; roles that trust another account; roles that can be assumed by anyone; roles assumable by github or lambda; stale roles; unused roles; service linked roles; sso reserved roles; who can assume roles; roles without a permission boundary; roles trusting external accounts; how many roles; roles created this month; roles with a wildcard principal; roles without a tag; roles trusted by a vendor; third party vendor roles; datadog or wiz integration role; ecs task roles; lambda execution roles; ec2 roles; roles by prefix; list of assumable roles; session length of roles; roles that can be assumed by another account; roles assumable by account; roles trusted by github actions; roles that ec2 can assume; which iam roles exist; iam roles not used; service roles of lambda; roles with cross account trust; roles created recently; roles with admin in the name; roles lambda can take on; roles a service can take on',
      ListSAMLProviders:
        'saml identity providers; okta, azure ad or adfs federation; single sign-on federation in iam; expired saml metadata; corporate login federation; which identity provider do we federate with; do we federate with okta; saml providers configured; saml federation set up',
      ListSSHPublicKeys:
        'ssh keys of users; codecommit ssh keys; uploaded public keys; who uploaded ssh keys; ssh keys in iam',
      ListServerCertificates:
        'tls certificates stored in iam; old ssl certificates uploaded to iam; expired iam certificates; legacy server certs; ssl certs not in certificate manager; when do iam hosted certificates expire; certificates in iam; iam server certificates expiring',
      ListServiceSpecificCredentials:
        'git credentials for codecommit; keyspaces credentials; bedrock long term api keys; users with service credentials; https git logins; long term bedrock keys; who has git passwords',
      ListSigningCertificates:
        'x.509 signing certificates of users; soap certificates; user signing certs; users with signing certificates',
      ListUserPolicies:
        'inline policies on users; users with embedded policies; policies not from a group; which users have inline policies; users with policies attached inline',
      ListUsers:
        'users; people with a login; iam users; who has access; human users; accounts of persons; users created recently; users who never logged in; inactive users; last password use; console users; dormant logins; how many users; who left but still has a user; people who can log in; staff logins; user creation dates; users with a permission boundary; users older than a year; any iam users at all; users by path; local users; which iam users exist; iam users that never signed in; iam users with console password; iam users not logged in for 90 days; local iam users left; list all iam users',
      ListVirtualMFADevices:
        'virtual mfa devices; authenticator apps; unassigned mfa devices; google authenticator tokens; root mfa device; software second factors; mfa devices assigned to nobody; how many virtual mfa devices; is the root mfa virtual or hardware; virtual mfa devices not assigned; unassigned mfa tokens',
      ListMFADeviceTags: 'tags on an mfa device',
    },
  },
  {
    service: 'sts',
    called:
      'security token service; temporary credentials; assumed role; sts session; caller identity; current identity',
    operations: {
      GetCallerIdentity:
        'who am i; which account am i in; current identity; what role am i using; account id i am logged into; my arn; am i signed in; which user is this session; which credentials am i running with; whoami; what account is this; logged in as; what account am i logged into; which role am i signed in as; which profile is active; whose credentials are these',
      GetAccessKeyInfo:
        'which account does this access key belong to; owner account of a key id; find account from akia; which account owns an access key id; account behind a leaked key',
    },
  },
  {
    service: 'sso-admin',
    called:
      'iam identity center; aws sso; single sign-on; permission sets; account assignments; sso access; workforce access; who can reach which account',
    operations: {
      ListInstances:
        'identity center instance; is sso turned on; identity store id; where is identity center running; sso instance owner; do we use identity center; sso start; sso instance arn and directory id',
      DescribeInstance:
        'details and status of the identity center instance; encryption key of identity center; status of identity center',
      ListPermissionSets:
        'permission sets; sso roles; access levels people can get; sso profiles defined; which access levels exist; available sso permission sets; how many permission sets; permission sets we have; sso permission sets defined',
      DescribePermissionSet:
        'session duration of a permission set; relay state; description of a permission set; how long an sso session lasts; how long do sso sessions last; session duration for admins; permission set session length',
      ListAccountAssignments:
        'who has access to an account; which groups are assigned to this account; sso users with admin on production; people and groups given a permission set in an account; who can sign in to an account; who can get into prod; which teams can log in to an account; who has administrator access through sso; account access list; who has access to the prod account via sso; who is assigned to an account; groups assigned to a permission set; sso access to an account; who has sso admin in an account',
      ListAccountAssignmentsForPrincipal:
        'which accounts can a user reach; everything a person or group is assigned to; access of one user across accounts; what can alice log into; which accounts can this person access; sso access of one user; accounts a group has; accounts somebody can reach via sso; sso accounts of a person',
      ListPermissionSetsProvisionedToAccount:
        'permission sets in an account; which sso roles exist in production; which permission sets are provisioned in an account; sso roles in an account',
      ListAccountsForProvisionedPermissionSet:
        'accounts where a permission set is used; where is admin access rolled out; permission set rollout; in which accounts is a permission set provisioned',
      ListManagedPoliciesInPermissionSet:
        'aws managed policies of a permission set; what a permission set allows; permission sets with administratoraccess; which permission sets have administrator access; policies in a permission set',
      ListCustomerManagedPolicyReferencesInPermissionSet:
        'own policies referenced by a permission set; customer policies in an sso role; our own policies attached to a permission set',
      GetInlinePolicyForPermissionSet:
        'inline policy of a permission set; custom json in an sso role; custom permissions inside a permission set',
      GetPermissionsBoundaryForPermissionSet:
        'permission boundary on a permission set; limits of an sso role; boundary of a permission set',
      ListApplications:
        'sso applications; apps connected to identity center; saml apps; business apps people can open; oauth applications in identity center; which apps sit behind sso; applications integrated with single sign-on',
      DescribeApplication:
        'details of one sso application; is an sso app enabled; portal visibility of an app; is this sso application enabled; portal settings of an app',
      ListApplicationAssignments:
        'who can use an sso application; users and groups assigned to an app; which groups may use this application',
      ListApplicationAssignmentsForPrincipal:
        'apps a user can open; applications given to a group; which sso applications does this user have',
      ListApplicationProviders: 'kinds of applications identity center offers; catalog of sso app providers',
      ListTrustedTokenIssuers:
        'trusted token issuers; external oauth issuers trusted; trusted identity propagation; external token issuers trusted by identity center; outside identity providers whose tokens we accept',
      DescribeInstanceAccessControlAttributeConfiguration:
        'attributes for access control; abac attributes passed to sessions',
      ListAccountAssignmentCreationStatus:
        'assignments being created; failed sso assignments; pending access grants; did granting access succeed; access grants in progress',
      ListAccountAssignmentDeletionStatus: 'assignments being removed; failed removal of access',
      ListPermissionSetProvisioningStatus:
        'permission set updates in progress; failed provisioning of permission sets; did a permission set update reach all accounts',
      ListRegions: 'regions identity center is replicated to; multi region sso',
    },
  },
  {
    service: 'identitystore',
    called:
      'identity center directory; sso users and groups; workforce users; employees; scim directory; people in the directory',
    operations: {
      ListUsers:
        'people in sso; sso users; workforce users; employees in the identity center directory; user email and display name; who is in our directory; disabled directory users; who is in our sso; list of employees; does somebody have an sso account; people synced from entra or okta; users in identity center; sso users list; people in identity center; users that left but are still in identity center',
      ListGroups:
        'sso groups; directory groups; teams synced from okta or entra; identity center groups; which groups come from our identity provider; sso teams; groups in identity center; sso groups list',
      ListGroupMemberships:
        'who is in an sso group; members of a directory group; people in the platform team; who belongs to a team in sso; members of a group in identity center; who is in the admins group in sso; sso group members',
      ListGroupMembershipsForMember:
        'groups a person is in; sso groups of a user; team memberships of an employee; which sso groups is a user in',
      DescribeUser:
        'email, name and title of one sso user; details of a workforce user; who is this user id; email address of an sso user; profile of an employee',
      DescribeGroup: 'name and description of one sso group; what is this group id; description of an sso group',
      GetUserId: 'find the id of an sso user by email or username; id of the user with this email',
      GetGroupId: 'find the id of an sso group by its name; id of the group with this name',
    },
  },
  {
    service: 'accessanalyzer',
    called:
      'iam access analyzer; external access; publicly shared resources; cross account exposure; unused access; zone of trust',
    operations: {
      ListAnalyzers:
        'is access analyzer turned on; analyzers; accounts without an access analyzer; external and unused access analyzers; organization zone of trust; do we have an analyzer in every region; type of analyzers; analyzer disabled; is access analyzer enabled; access analyzers per region',
      GetAnalyzer:
        'status of one analyzer; last resource it analyzed; why is the analyzer failing; when did the analyzer last run; is the analyzer healthy',
      ListFindings:
        'resources shared outside the account; external access findings; public resources; buckets, roles, keys and queues open to others; who outside has access; exposed to the internet; anything public; public buckets found by the analyzer; roles open to strangers; unintended outside access; active external findings; what can outsiders reach; publicly exposed according to access analyzer; access analyzer findings; public access findings; resources exposed to other accounts; active access analyzer findings; external access to our buckets and roles; anything shared publicly',
      ListFindingsV2:
        'unused roles; unused permissions; unused access keys and passwords; over permissive access; internal access findings; external and unused access findings together; who outside our organization has access; permissions nobody uses; roles to clean up; who has more access than needed; unused iam users found by the analyzer; unused access findings; access analyzer unused roles; unused access keys found by analyzer',
      GetFinding:
        'details of one external access finding; which principal outside has access and under which condition; what exactly is exposed by this finding',
      GetFindingV2: 'details of an unused access finding; which permissions are unused',
      GetFindingRecommendation:
        'how to fix an unused permission finding; recommended policy; least privilege suggestion',
      GetFindingsStatistics:
        'number of access findings; access findings by type and resource; top accounts with external access; how many external access findings; findings per resource type',
      ListAnalyzedResources:
        'resources the analyzer looked at; what access analyzer covers; which shared resources were analyzed',
      GetAnalyzedResource:
        'is this resource public; sharing status of one analyzed resource; is this bucket reachable by outsiders; is a resource shared externally; sharing of one resource',
      ListArchiveRules:
        'archive rules; suppressed access findings; findings hidden automatically; which findings get archived automatically; ignored access findings',
      ListAccessPreviews: 'access previews; what a policy change would expose',
      ListPolicyGenerations:
        'policies generated from cloudtrail activity; policy generation jobs; did policy generation finish',
      GetGeneratedPolicy: 'policy generated from activity; least privilege policy of a role',
    },
  },
  {
    service: 'rolesanywhere',
    called:
      'iam roles anywhere; certificate based access for servers outside aws; on-premises workloads getting credentials; x.509 authentication',
    operations: {
      ListTrustAnchors:
        'trust anchors; certificate authorities trusted for outside workloads; pki trusted for on-prem access; which cas can outside servers log in with; expiring trust anchors; enabled trust anchors',
      ListProfiles:
        'roles anywhere profiles; roles given to outside workloads; session policies for on-prem servers; which roles can on-prem servers get; disabled roles anywhere profiles',
      ListSubjects:
        'certificates that authenticated; on-prem machines that used roles anywhere; when a certificate was last seen; which on-prem certificates are in use; last seen on-prem servers',
      ListCrls: 'certificate revocation lists; revoked client certificates; revoked certificates lists imported',
      GetTrustAnchor:
        'source certificate of a trust anchor; expiry notifications of a trust anchor; is a trust anchor enabled',
      GetProfile: 'which roles a profile allows; session length of a roles anywhere profile',
      GetSubject: 'sessions and credentials of one certificate subject',
    },
  },
  {
    service: 'cognito-idp',
    called:
      'cognito user pools; app users; customer logins; sign-up and sign-in; end user directory; hosted ui; social login; customer identity',
    operations: {
      ListUserPools:
        'user pools; sign-up directories; where do our app customers log in; cognito pools; login pools; which sign-in pools exist; customer login directories; how many user pools; cognito user pools we have',
      DescribeUserPool:
        'mfa required in a user pool; password policy of a user pool; deletion protection of a user pool; lambda triggers of a pool; self sign-up allowed; number of users in a pool; advanced security mode; email settings of a pool; account recovery; can people register by themselves; estimated user count; which tier is a pool on; is a pool protected against deletion; user pools without mfa; user pool password rules; user pools without deletion protection; user pool settings',
      ListUsers:
        'users signed up in a pool; app users; unconfirmed users; disabled app accounts; users by email; customers that must change their password; registered customers; how many customers signed up; accounts not confirmed; did a customer verify the email; force change password users; users in a user pool; disabled users of a pool; how many users signed up; unconfirmed signups',
      ListUserPoolClients:
        'app clients; applications that log in through a pool; oauth clients; mobile and web clients of a pool; which apps use a pool; public and confidential clients',
      ListGroups:
        'groups of app users; roles inside a user pool; user pool groups and their precedence; which groups exist in a user pool',
      ListUsersInGroup: 'app users in a group; members of a user pool group; which customers are in the premium group',
      ListIdentityProviders:
        'social logins; google, facebook, apple sign-in; saml and oidc providers of a user pool; external identity providers for customers; which social logins do customers have; is google login set up; saml login for customers; social sign in providers',
      ListResourceServers:
        'oauth scopes; api scopes; resource servers of a pool; machine to machine scopes; which api scopes does a pool define; oauth scopes for machine clients',
      GetUserPoolMfaConfig:
        'is mfa on or optional for customers; sms and totp second factor of a pool; passkeys in a user pool; do customers need mfa; mfa off for customers; is mfa required in a user pool; user pools with mfa off',
      DescribeUserPoolDomain:
        'custom login domain; hosted ui address; auth domain of a pool; cloudfront distribution of the login page; what is the login page address; which custom domain does sign-in use',
      DescribeRiskConfiguration:
        'compromised credentials protection; adaptive authentication; risk rules for sign-in; is compromised password detection on; block risky sign-ins',
      GetUICustomization: 'look of the hosted login page; css and logo of the sign-in page',
      ListUserImportJobs: 'csv user imports; bulk imports of users; failed user import; did the user import work',
      GetLogDeliveryConfiguration:
        'where user pool logs go; user notification and activity logs export; are sign-in logs exported',
      GetSigningCertificate: 'saml signing certificate of a user pool',
      GetGroup: 'details of one user pool group; role of a user pool group',
      ListTerms: 'terms of use and privacy documents of a pool',
    },
  },
  {
    service: 'cognito-identity',
    called:
      'cognito identity pools; federated identities; guest access; anonymous access; aws credentials for app users',
    operations: {
      ListIdentityPools:
        'identity pools; federated identity pools; pools that hand out aws credentials; pools giving credentials to app users; which identity pools exist',
      DescribeIdentityPool:
        'guest or unauthenticated access allowed; anonymous identities; classic flow enabled; login providers of an identity pool; can unauthenticated users get credentials; pools that allow guests; identity pools that let in anonymous visitors; unauthenticated access to an identity pool; login providers of a pool',
      GetIdentityPoolRoles:
        'roles of authenticated and guest users; role mapping of an identity pool; what can anonymous visitors assume; which role do logged in app users get; role of anonymous visitors',
      ListIdentities:
        'identities in a pool; federated app identities; disabled identities; how many identities are in a pool',
      GetPrincipalTagAttributeMap: 'claims mapped to session tags; attributes for access control in an identity pool',
      DescribeIdentity: 'logins linked to one identity',
    },
  },
  {
    service: 'cognito-sync',
    called: 'cognito sync; app data synchronized across devices',
    operations: {
      ListIdentityPoolUsage: 'sync storage used per identity pool',
      DescribeIdentityPoolUsage: 'sync sessions and data size of one identity pool',
      ListDatasets: 'datasets synchronized for an identity',
    },
  },
  {
    service: 'verifiedpermissions',
    called:
      'verified permissions; cedar policies; fine grained authorization for applications; policy store; app authorization',
    operations: {
      ListPolicyStores:
        'policy stores; cedar stores; authorization stores of applications; which policy stores exist; cedar policy stores',
      GetPolicyStore:
        'validation mode of a policy store; is strict validation on; deletion protection of a policy store',
      ListPolicies:
        'cedar permit and forbid rules; app authorization policies; policies in a store; which cedar policies exist; who may do what in our app',
      ListPolicyTemplates: 'cedar templates; reusable policy templates',
      ListIdentitySources:
        'identity sources; which user pool or oidc provider feeds a policy store; which user pool does the authorization use',
      GetSchema: 'cedar schema; entity types and actions of a policy store',
      GetPolicy: 'one cedar policy; statement of an authorization policy; text of one cedar policy',
      ListPolicyStoreAliases: 'aliases of policy stores',
    },
  },
  {
    service: 'mpa',
    called: 'multi-party approval; approval teams; several people must approve; four eyes',
    operations: {
      ListApprovalTeams:
        'approval teams; who must approve sensitive operations; teams of approvers; which approval teams exist; who must approve vault access',
      GetApprovalTeam: 'approvers in a team; how many approvals are needed',
      ListSessions:
        'approval requests; pending approvals; votes in progress; approved or rejected requests; which approvals are open; pending multi party approvals',
      ListIdentitySources: 'identity source for approvers',
      ListPolicies: 'kinds of operations that need team approval',
    },
  },
  {
    service: 'ds',
    called:
      'directory service; active directory; managed microsoft ad; ad connector; simple ad; domain join; domain controllers; ldap; windows domain',
    operations: {
      DescribeDirectories:
        'directories; active directory domains; managed ad; ad connectors; directory status, edition and size; directories not active; impaired directory; dns addresses of a directory; radius mfa of a directory; which active directories do we run; is the directory healthy; ad domain names; directory in a vpc; trust and mfa status; who is our ad; simple ad left; size of a directory; our active directories; managed microsoft ad directories; ad connectors we have',
      DescribeDomainControllers:
        'domain controllers; how many domain controllers; dc ip addresses; failed domain controllers; how many dcs run; is a domain controller down; status of domain controllers',
      DescribeTrusts:
        'trust with on-prem ad; forest trusts; one-way or two-way domain trusts; failed trust relationships; is the trust to corp verified; ad trusts; which trusts exist with on-prem; broken trusts',
      DescribeSnapshots:
        'directory backups; ad snapshots; last backup of a directory; ad backups; when was ad last backed up',
      DescribeConditionalForwarders:
        'dns forwarders; conditional dns forwarding to on-prem; where are on-prem names forwarded by ad',
      ListCertificates:
        'ldaps certificates; certificates registered in a directory; expiring ad certificates; ldaps certs in ad; do ad certificates expire soon',
      DescribeLDAPSSettings: 'is ldaps enabled; encrypted ldap status; is ldap encrypted',
      DescribeSharedDirectories:
        'directories shared with other accounts; ad shared to accounts; active directories shared with other accounts; which accounts can use our ad; shared ad',
      DescribeEventTopics:
        'sns alerts for a directory; directory status notifications; who is told when ad is impaired',
      DescribeRegions: 'regions a directory is replicated to; multi region ad; in which regions does our ad run',
      ListLogSubscriptions:
        'directory security logs forwarded; ad event logs to cloudwatch; are ad logs sent to cloudwatch',
      ListIpRoutes: 'ip routes to on-prem dns or ad; public ip blocks routed to a directory',
      ListSchemaExtensions: 'ad schema extensions',
      GetDirectoryLimits: 'how many directories can we still create; directory limits',
      GetSnapshotLimits: 'manual snapshot limit of a directory',
      DescribeSettings: 'tls ciphers and protocols of a directory; security settings of managed ad',
      DescribeClientAuthenticationSettings: 'smart card authentication of a directory',
      ListADAssessments: 'hybrid ad assessments; readiness checks of on-prem ad',
    },
  },
  {
    service: 'ds-data',
    called: 'users and groups inside managed active directory; ad accounts; ad objects',
    operations: {
      ListUsers: 'ad users; domain accounts; disabled domain users; active directory users; users in ad',
      ListGroups: 'ad security groups; domain groups; distribution groups of a directory; active directory groups',
      ListGroupMembers: 'members of a domain group; who is in domain admins; ad group members; who is domain admin',
      ListGroupsForMember: 'domain groups of an ad user',
      DescribeUser: 'one ad user; email, phone and enabled flag of a domain account',
      SearchUsers: 'find an ad user by name; look up a domain account',
      SearchGroups: 'find a domain group by name',
    },
  },
  {
    service: 'clouddirectory',
    called: 'cloud directory; hierarchical directory store; directory schema',
    operations: {
      ListDirectories: 'hierarchical directories; cloud directories',
      ListPublishedSchemaArns: 'published directory schemas',
      ListDevelopmentSchemaArns: 'directory schemas in development',
      ListAppliedSchemaArns: 'schemas applied to a directory',
      GetDirectory: 'state of one cloud directory',
    },
  },
];
