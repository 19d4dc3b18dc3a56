import type { ServiceWording } from './wording.js';

/** Desktops, streamed applications and browsers for people. */
export const END_USER_COMPUTING_WORDING: readonly ServiceWording[] = [
  {
    service: 'workspaces',
    called:
      'workspaces; virtual desktops; vdi; desktops; cloud pcs; windows desktops; daas; workspaces personal; workspaces pools',
    operations: {
      DescribeWorkspaces:
        'virtual desktops; desktops per user; unencrypted desktops; unhealthy desktops; always on or auto stop; running mode of desktops; stopped desktops; desktops in error; desktop bundle and compute type; whose desktop is this; computer name of a desktop; rebuild needed; root and user volume size; monthly billed desktops; desktops of a directory; byol desktops; desktop ip addresses; operating system of desktops; streaming protocol pcoip or dcv; standby desktops; subnet of a desktop; pending modifications of desktops; graphics desktops; desktops replicated to another region; whose virtual desktop',
      DescribeWorkspacesConnectionStatus:
        'unused desktops; when did a user last log in to the desktop; desktops not used for 30 days; last known connection of desktops; connected users on desktops; idle workspaces; stale desktops; desktops nobody logs into; idle virtual desktops; who has not logged in to a desktop',
      DescribeWorkspaceDirectories:
        'directories for desktops; self service permissions; maintenance mode of desktops; who can use web access; local admin on desktops; ip groups of a directory; internet access of desktops; saml of desktops; registered directories; device access trusted devices',
      DescribeWorkspaceBundles: 'desktop bundles; hardware of bundles; custom bundles; which image does a bundle use',
      DescribeWorkspaceImages:
        'desktop images; custom golden desktop images; images in error; updates available for a desktop image',
      DescribeWorkspaceImagePermissions: 'accounts a desktop image is shared with',
      DescribeIpGroups: 'ip access control groups; from which ips can desktops be reached; allow list of desktops',
      DescribeWorkspaceSnapshots: 'restore and rebuild snapshots of a desktop; last snapshot of a workspace',
      DescribeConnectionAliases: 'connection aliases; cross region redirection of desktops',
      DescribeWorkspacesPools:
        'desktop pools; pool capacity; pool errors; sessions available in a pool; autostop of a pool',
      DescribeWorkspacesPoolSessions: 'active sessions in a desktop pool; who is in the pool now',
      DescribeAccount: 'dedicated tenancy for byol desktops; management cidr of desktops',
      DescribeAccountModifications: 'byol changes pending; failed dedicated tenancy change',
      DescribeApplications: 'applications installable on desktops; managed apps license types',
      DescribeWorkspaceAssociations: 'applications on one desktop; failed app install on a desktop',
      DescribeClientProperties:
        'can users save credentials in the desktop client; reconnect setting; client log upload',
      DescribeClientBranding: 'login page branding of desktops',
      ListAccountLinks: 'accounts linked for byol desktops',
      DescribeTags: 'tags of a desktop; cost center of a workspace',
    },
  },
  {
    service: 'workspaces-web',
    called: 'workspaces secure browser; workspaces web; secure browser portals; managed browser; isolated browser',
    operations: {
      ListPortals: 'secure browser portals; browser portals and their status',
      GetPortal:
        'settings attached to one browser portal; concurrent sessions of a portal; authentication type of a portal; portal without logging',
      ListSessions: 'active browser sessions; who uses the secure browser; ended browser sessions',
      ListUserSettings: 'clipboard, download and print permissions in the browser; idle timeout of browser sessions',
      GetUserSettings: 'may users copy, paste or download in a browser portal',
      ListBrowserSettings: 'chrome policies of portals; browser policy sets',
      ListNetworkSettings: 'vpc and subnets of browser portals',
      ListIpAccessSettings: 'ip allow lists of browser portals',
      ListIdentityProviders: 'saml providers of a browser portal',
      ListUserAccessLoggingSettings: 'browser access logs to kinesis; user access logging of portals',
      ListTrustStores: 'private ca trust stores of browser portals',
      ListDataProtectionSettings: 'inline redaction of sensitive data in the browser',
      ListSessionLoggers: 'browser session loggers to s3',
    },
  },
  {
    service: 'workspaces-instances',
    called: 'workspaces core managed instances; partner vdi instances',
    operations: {
      ListWorkspaceInstances: 'managed vdi instances; workspaces core instances and state',
      GetWorkspaceInstance: 'ec2 instance behind a managed vdi instance; errors of a managed vdi instance',
      ListInstanceTypes: 'instance types for managed vdi instances',
    },
  },
  {
    service: 'workspaces-thin-client',
    called: 'workspaces thin client; thin clients; thin client devices',
    operations: {
      ListDevices:
        'thin client devices; devices not seen lately; serial numbers of thin clients; devices pending update',
      GetDevice: 'software version of one thin client; last connection of a thin client',
      ListEnvironments: 'thin client environments; update schedule of thin clients',
      ListSoftwareSets: 'thin client software versions supported',
    },
  },
  {
    service: 'appstream',
    called:
      'appstream; appstream 2.0; workspaces applications; application streaming; streamed apps; app fleets; image builders for apps',
    operations: {
      DescribeFleets:
        'app streaming fleets; fleet capacity; running streaming instances; fleet errors; always on or on demand fleet; idle disconnect timeout; max session duration; fleet image; stopped fleets; fleet internet access; instance type of streaming fleets; vpc of a streaming fleet',
      DescribeStacks:
        'app streaming stacks; storage connectors; clipboard and file transfer permissions; embed domains; stacks without fleets; session persistence',
      DescribeSessions:
        'active streaming sessions; who is streaming now; connected streaming users; users streaming applications now',
      DescribeImageBuilders: 'app image builders; image builders left running; stopped image builders',
      DescribeImages: 'streaming images; images with old agent; custom app images; image state; base image age',
      DescribeImagePermissions: 'accounts a streaming image is shared with',
      DescribeUsers: 'user pool users of app streaming; disabled streaming users',
      DescribeUserStackAssociations: 'which users may use a stack',
      DescribeDirectoryConfigs: 'active directory for streaming fleets',
      DescribeApplications: 'applications in app streaming; apps by app block',
      DescribeAppBlocks: 'app blocks; vhd packages of applications',
      DescribeEntitlements: 'entitlements of a stack; attributes that unlock apps',
      DescribeUsageReportSubscriptions: 'usage reports of app streaming; last report date',
      ListAssociatedFleets: 'fleets of a stack',
      ListAssociatedStacks: 'stacks of a fleet',
      ListTagsForResource: 'tags of a streaming fleet',
    },
  },
];
