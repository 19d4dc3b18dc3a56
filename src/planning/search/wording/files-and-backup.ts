import type { ServiceWording } from './wording.js';

/** File systems, backups, snapshots by policy, and moving data. */
export const FILES_AND_BACKUP_WORDING: readonly ServiceWording[] = [
  {
    service: 'efs',
    called:
      'efs; elastic file system; nfs shares; shared file systems; network drives for linux; mount targets; file shares for linux',
    operations: {
      DescribeFileSystems:
        'nfs file systems; efs shares; unencrypted file systems; efs size; metered size; unused file systems; file systems with no mount targets; throughput mode bursting or elastic; provisioned throughput cost; one zone efs; performance mode; size in infrequent access; kms key of efs; replication overwrite protection; largest efs; how many mount targets does each share have; how full is efs; file system creation; efs in one zone; efs storage in archive; efs lifecycle state',
      DescribeMountTargets:
        'mount targets; ip of an efs mount; which subnets can mount efs; zones with a mount target; which vpc mounts the share; where is efs mounted',
      DescribeMountTargetSecurityGroups: 'security groups of an efs mount target; firewall of nfs mount',
      DescribeAccessPoints:
        'efs access points; posix user of an access point; root directory of access points; application entry points to a share',
      DescribeFileSystemPolicy:
        'who can mount efs; resource policy of a file system; does efs enforce tls in transit; anonymous access to efs; mount without encryption in transit; is tls needed to mount the share; who may mount the share',
      DescribeLifecycleConfiguration:
        'efs lifecycle; move cold files to infrequent access; transition to ia or archive; file systems without lifecycle management',
      DescribeBackupPolicy: 'is automatic backup on for efs; file systems without backups; efs daily backup policy',
      DescribeReplicationConfigurations:
        'efs replication; copy of efs in another region; last replicated time of a file system; replication destination of efs',
      DescribeAccountPreferences: 'efs resource id preference',
      ListTagsForResource: 'tags of an efs file system',
    },
  },
  {
    service: 'fsx',
    called:
      'fsx; windows file server; lustre; netapp ontap; openzfs; smb shares; windows file shares; nas; hpc file systems; file caches; svm',
    operations: {
      DescribeFileSystems:
        'fsx file systems; windows file shares; smb servers; lustre file systems; ontap file systems; storage capacity of file servers; single az or multi az fsx; throughput capacity; fsx in failed or misconfigured state; automatic backup retention of fsx; maintenance window of file servers; active directory of fsx windows; ssd or hdd fsx; dns name of fsx; kms key of fsx; lustre data compression; file servers joined to active directory; deployment type of fsx; audit logs of a windows file server; subnets of a file server; why did a file system fail; how many windows shares; aliases and endpoints of fsx; root squash of lustre; copy tags to backups; disk iops of fsx',
      DescribeBackups:
        'fsx backups; backups of windows file servers; failed fsx backups; latest backup of a file server; age of fsx backups',
      DescribeVolumes:
        'ontap volumes; zfs volumes; tiering policy of ontap; volume quota; junction path; size of ontap volumes; snaplock volumes',
      DescribeStorageVirtualMachines:
        'svms; storage virtual machines; netapp tenants; svm endpoints; svm active directory join',
      DescribeSnapshots: 'openzfs snapshots; zfs snapshots',
      DescribeDataRepositoryAssociations:
        'lustre linked to s3; data repository links; import and export policy between lustre and bucket',
      DescribeDataRepositoryTasks: 'lustre export tasks; data import tasks from s3 to lustre; failed release tasks',
      DescribeFileCaches: 'file caches; amazon file cache; on premises data cached for compute',
      DescribeFileSystemAliases: 'dns aliases of a windows file server',
      DescribeS3AccessPointAttachments: 's3 access points attached to fsx; read file server data as objects',
      DescribeSharedVpcConfiguration: 'may participants create ontap multi az in a shared vpc',
      ListTagsForResource: 'tags of an fsx file system',
    },
  },
  {
    service: 'backup',
    called:
      'aws backup; backups; backup plans; backup vaults; recovery points; restore; backup jobs; central backup; backup policies; restore points; data protection; disaster recovery copies; air gapped vault',
    operations: {
      ListBackupJobs:
        'backup jobs; failed backups; did last night backups succeed; backups that failed; aborted or expired backups; running backups; missed backup window; partial backups; what was backed up yesterday; duration and size of backups; backup errors; backups that went wrong; did backups run; broken backups overnight; who started a backup; backup status message; backups in progress with percent; backups by resource type; backup expected completion; vm backups that failed',
      DescribeBackupJob: 'why did one backup job fail; status message of a backup job; percent done of a backup',
      ListBackupJobSummaries:
        'count of backup jobs per account; backup success rate; daily totals of failed backups; backup statistics over the organization',
      ListBackupPlans: 'backup plans; backup schedules; last run of a backup plan; which backup policies exist',
      GetBackupPlan:
        'rules of a backup plan; backup frequency; how long are backups kept; retention in a plan; cron of a backup; cross region copy in a plan; cold storage transition; continuous backup; start window; which vault does the plan use; lifecycle of backups in a plan; how long do we keep backups; how often do we back up; when do backups run',
      ListBackupSelections:
        'what does a backup plan cover; selections of a plan; resources assigned to a plan; volumes in a backup plan; resources protected by a backup plan',
      GetBackupSelection: 'tags that select resources for backup; role and resources of one backup assignment',
      ListBackupPlanVersions: 'older versions of a backup plan; when was the plan changed',
      ListBackupVaults:
        'backup vaults; number of recovery points per vault; locked vaults; vaults without lock; vault lock; min and max retention of vaults; vault encryption key; logically air gapped vaults; empty vaults; immutable vaults; vaults encrypted with customer managed kms keys',
      DescribeBackupVault:
        'lock settings of one vault; is this vault locked; lock date of a vault; approval team of a vault',
      GetBackupVaultAccessPolicy:
        'who can access a backup vault; can recovery points be deleted; vault policy; cross account copy into a vault; is deletion of backups denied; deletion protection of a vault; can somebody delete recovery points; who can delete backups',
      GetBackupVaultNotifications:
        'alerts of a backup vault; sns topic told about failed backups; backup failure notification; is anyone told when a backup fails',
      ListProtectedResources:
        'what is being backed up; protected resources; last backup time of each resource; resources not backed up recently; resources with no backup for a week; is this database backed up; which volumes are protected; volumes that are backed up; databases that are backed up; is this table protected by backup; ebs volumes protected by aws backup; file systems covered by backup; what is not backed up; resources without backup; unprotected resources; what is covered by backups; what would we lose in a disaster; last backup of each database; coverage of backups',
      DescribeProtectedResource:
        'when was one resource last backed up; last restore test of a resource; last backup of one resource',
      ListProtectedResourcesByBackupVault: 'resources with backups in one vault',
      ListRecoveryPointsByBackupVault:
        'recovery points in a vault; old recovery points; unencrypted recovery points; recovery points without expiry; size of backups; expiring recovery points; backup storage used; stale backups; restore points in cold storage; backups stuck in expired state; recovery points older than 90 days; recovery points in a vault by age; backups that should be deleted already; when does a recovery point expire; continuous recovery points; failed or partial recovery points; parent recovery points; malware found in recovery points',
      ListRecoveryPointsByResource:
        'backups of one resource; restore points of a database; latest restore point of a volume; how far back can we restore this; restore points of one resource; recovery points of a database',
      DescribeRecoveryPoint:
        'details of one recovery point; when does a backup get deleted; encryption and size of one backup',
      ListRestoreJobs:
        'restores; restore jobs; failed restores; who restored what; restores running now; when did we last test a restore; restore duration',
      DescribeRestoreJob:
        'status of one restore; why did a restore fail; created resource of a restore; validation result of a restore',
      ListRestoreJobSummaries: 'count of restore jobs; restore success statistics',
      ListRestoreJobsByProtectedResource: 'restores of one resource; was this database ever restored',
      ListCopyJobs:
        'backup copies to another region or account; failed copy jobs; cross region backup copies; offsite copies; cross account copies running; offsite copy of backups; copies in the dr account; copies to the dr region',
      DescribeCopyJob: 'why did a backup copy fail; destination of one copy job',
      ListCopyJobSummaries: 'count of copy jobs; statistics of backup copies',
      ListRestoreTestingPlans:
        'restore testing plans; automatic restore tests; when is the next restore test; do we test backups',
      GetRestoreTestingPlan: 'schedule of restore tests; settings of a restore testing plan',
      ListRestoreTestingSelections: 'resource types covered by restore tests',
      ListFrameworks: 'backup audit frameworks; backup compliance frameworks; audit manager for backups',
      DescribeFramework: 'controls in a backup framework; compliance of backup controls',
      ListReportPlans: 'backup report plans; where are backup reports delivered; last successful backup report',
      ListReportJobs: 'backup report runs; failed report jobs',
      ListLegalHolds: 'legal holds on backups; backups that may not be deleted; active holds',
      GetLegalHold: 'what a legal hold covers; date range of a hold',
      ListScanJobs: 'malware scans of backups; infected backups; scan results of recovery points',
      ListIndexedRecoveryPoints: 'searchable backups; recovery points with an index',
      ListTieringConfigurations: 'tiering of backups to cheaper storage; backup tiering configurations',
      DescribeRegionSettings:
        'which resource types are opted in for backup; service opt in; is backup enabled for aurora; advanced features for dynamodb backup; regions where backup is not enabled for a type; protected resource types enabled for backup',
      DescribeGlobalSettings:
        'is cross account backup on; cross account monitoring of backups; delegated backup administrator; multi party approval for backups',
      GetSupportedResourceTypes: 'resource types aws backup supports',
      ListTags: 'tags of a backup vault; tags of a recovery point',
    },
  },
  {
    service: 'backupsearch',
    called: 'backup search; search inside backups; find a file in backups; item level restore',
    operations: {
      ListSearchJobs: 'searches in backups; backup search jobs',
      GetSearchJob: 'progress of one backup search; items matched',
      ListSearchJobResults: 'files found in backups; objects found by a backup search',
      ListSearchJobBackups: 'recovery points covered by a backup search',
      ListSearchResultExportJobs: 'exports of backup search results',
    },
  },
  {
    service: 'backup-gateway',
    called: 'backup gateway; vmware backup; hypervisor backup; on premises vm backups',
    operations: {
      ListGateways: 'backup gateways; when was a backup gateway last seen',
      ListHypervisors: 'vmware hypervisors connected for backup; vcenter hosts',
      ListVirtualMachines: 'vmware vms backed up; last backup of on premises vms; vms without backup',
      GetGateway: 'maintenance and version of a backup gateway; next update of a backup gateway',
      GetHypervisor: 'state of a hypervisor connection; last sync of vmware metadata; log group of a hypervisor',
      GetBandwidthRateLimitSchedule: 'upload bandwidth limits of a backup gateway',
    },
  },
  {
    service: 'dlm',
    called:
      'dlm; data lifecycle manager; snapshot schedules; automated ebs snapshots; snapshot lifecycle policies; ami lifecycle policies',
    operations: {
      GetLifecyclePolicies:
        'snapshot policies; automatic snapshot schedules; disabled snapshot policies; policies in error state; do we snapshot disks automatically; default snapshot policy; ami creation schedules; are disk snapshots taken automatically; automatic disk snapshots; who makes these snapshots',
      GetLifecyclePolicy:
        'how often are snapshots taken; how many snapshots are kept; target tags of a snapshot policy; cross region copy of snapshots; retention count of a snapshot schedule',
    },
  },
  {
    service: 'rbin',
    called: 'recycle bin; retention rules for deleted snapshots and images; undelete',
    operations: {
      ListRules:
        'recycle bin rules; retention rules for deleted snapshots; is the recycle bin on; locked recycle bin rules; how long are deleted amis kept',
      GetRule: 'retention period of one recycle bin rule; tags matched by a recycle bin rule; lock state of a rule',
    },
  },
  {
    service: 'storagegateway',
    called:
      'storage gateway; file gateway; tape gateway; volume gateway; vtl; virtual tapes; on premises storage appliance; hybrid storage',
    operations: {
      ListGateways:
        'storage gateways; appliances in our offices; gateways offline; deprecated gateways; gateway type and state; end of support gateways',
      DescribeGatewayInformation:
        'gateway software update available; gateway version; next update date of a gateway; ip of a gateway; cloudwatch log group of a gateway; host environment; gateway endpoint and vpc; is a gateway hosted on ec2 or vmware',
      ListFileShares: 'file shares of gateways; nfs and smb shares on premises; unavailable file shares',
      DescribeNFSFileShares:
        'nfs share settings; allowed nfs clients; bucket behind an nfs share; squash of a share; read only nfs shares; nfs file share encrypted with kms',
      DescribeSMBFileShares:
        'smb share settings; users allowed on an smb share; bucket behind an smb share; audit destination of smb; guest access to smb shares; smb file share encrypted with kms',
      DescribeSMBSettings: 'active directory of a file gateway; smb guest password set; smb security strategy',
      DescribeCache: 'cache usage of a gateway; cache hit rate; dirty cache; gateway cache full',
      DescribeUploadBuffer: 'upload buffer used; buffer left on a gateway',
      ListLocalDisks: 'disks of a gateway appliance; unused gateway disks',
      DescribeBandwidthRateLimitSchedule: 'bandwidth limit of a gateway; throttled uploads schedule',
      DescribeMaintenanceStartTime: 'maintenance window of a gateway; when does the gateway update itself',
      ListVolumes: 'gateway volumes; iscsi volumes',
      DescribeCachediSCSIVolumes: 'cached volumes; size and status of cached iscsi volumes',
      DescribeStorediSCSIVolumes: 'stored volumes; status of stored iscsi volumes',
      ListVolumeRecoveryPoints: 'recovery points of gateway volumes; last volume snapshot on a gateway',
      ListTapes: 'virtual tapes; tapes in the library; retrieved tapes; tape barcodes; tape pool',
      DescribeTapes: 'tape status and usage; write protected tapes',
      DescribeTapeArchives: 'archived tapes; tapes on the virtual shelf; tapes in glacier; tape retention dates',
      ListTapePools: 'tape pools; retention lock on tape pools',
      DescribeVTLDevices: 'virtual tape drives and media changers',
      DescribeSnapshotSchedule: 'snapshot schedule of a gateway volume',
      ListFileSystemAssociations: 'fsx file systems behind a gateway',
    },
  },
  {
    service: 'datasync',
    called:
      'datasync; data transfer tasks; file sync; copy files between storages; migration of files; sync jobs; transfer agents',
    operations: {
      ListTasks: 'sync tasks; data copy tasks; scheduled transfers; tasks in error or unavailable; datasync jobs',
      DescribeTask:
        'settings of a sync task; schedule of a transfer; source and destination of a task; filters of a sync task; verify mode; why is the task unavailable; cloudwatch log group of a sync task; bandwidth limit of a sync task; schedule of a sync task',
      ListTaskExecutions: 'runs of a sync task; failed transfers; running file copies; last run of a sync',
      DescribeTaskExecution:
        'how many files were transferred; bytes copied; errors of one transfer run; files skipped or failed verification; transfer duration; files moved in a sync run',
      ListLocations: 'sync locations; sources and destinations; nfs, smb, s3 and efs endpoints for copying',
      DescribeLocationS3: 'bucket and prefix of a sync location; storage class written by sync',
      DescribeLocationNfs: 'nfs server of a sync location',
      DescribeLocationSmb: 'smb server and user of a sync location',
      DescribeLocationEfs: 'efs used as sync location',
      DescribeLocationObjectStorage: 'non aws object storage location; google cloud storage or minio source',
      DescribeLocationAzureBlob: 'azure container as sync source',
      DescribeLocationFsxWindows: 'fsx windows used as sync location',
      ListAgents: 'datasync agents; offline agents; agents on premises',
      DescribeAgent: 'when did an agent last connect; agent version and endpoint; is the agent online',
    },
  },
  {
    service: 'transfer',
    called:
      'transfer family; sftp; ftps; ftp servers; as2; managed file transfer; mft; sftp users; file exchange with partners; web apps for file transfer',
    operations: {
      ListServers:
        'sftp servers; ftp servers; public or vpc sftp endpoints; servers stopped; number of sftp users; identity provider type; offline transfer servers',
      DescribeServer:
        'security policy of an sftp server; protocols enabled; plain ftp enabled; logging role of a transfer server; vpc endpoint of sftp; login banner; weak ssh algorithms on server; workflow on upload; host key fingerprint; custom identity provider lambda; certificate of ftps; ip allow list of sftp; encryption in transit of a transfer server; post quantum key exchange of sftp; structured logs of a transfer server; partners still using plain ftp; sftp domain s3 or efs; managed identity provider of sftp; passive ip of ftp; user count of a server; tls session resumption',
      ListUsers:
        'sftp users; sftp accounts; who can upload by sftp; users with ssh keys count; home directory of users; users without keys; sftp users without a key',
      DescribeUser:
        'ssh public keys of an sftp user; home folder mappings; role of an sftp user; policy of one sftp user',
      ListAccesses: 'ad groups allowed into a transfer server',
      ListHostKeys: 'host keys of an sftp server; rotation of host keys',
      ListConnectors: 'sftp and as2 connectors; outbound connections to partners',
      DescribeConnector:
        'url of a partner connector; trusted host keys; egress ip of a connector; security policy of a connector',
      ListAgreements: 'as2 agreements with partners; trading partner agreements',
      ListProfiles: 'as2 profiles; local and partner profiles',
      ListCertificates: 'as2 certificates; expiring partner certificates; inactive as2 certs',
      DescribeCertificate: 'expiry date of an as2 certificate; serial number of partner certificate',
      ListWorkflows: 'post upload workflows; file processing workflows',
      DescribeWorkflow: 'steps of an upload workflow; exception steps of a workflow',
      ListExecutions: 'workflow runs after upload; failed file processing; stuck upload workflows',
      DescribeExecution: 'which step of an upload workflow failed; file of a workflow run',
      ListFileTransferResults: 'status of files sent by a connector; failed outbound file transfers',
      ListSecurityPolicies: 'sftp security policies; fips policies; latest crypto policies for sftp',
      DescribeSecurityPolicy: 'ciphers, macs and key exchange of an sftp policy',
      ListWebApps: 'file transfer web apps; browser based file portals',
      DescribeWebApp: 'access url and units of a transfer web app',
      ListTagsForResource: 'tags of an sftp server',
    },
  },
  {
    service: 'snowball',
    called:
      'snowball; snow family; snowcone; snowball edge; snowmobile; physical data transfer devices; shipping disks to aws',
    operations: {
      ListJobs: 'snowball jobs; devices ordered; import and export jobs by device; snow devices on the way',
      DescribeJob:
        'where is the snowball; shipping status of a device; tracking number; data transfer progress of a snow job; shipping and tracking of a snowball; where is our snowball device',
      ListClusters: 'snowball edge clusters',
      DescribeCluster: 'state of a snowball cluster',
      ListClusterJobs: 'devices in a snowball cluster',
      DescribeAddresses: 'shipping addresses for devices',
      GetSnowballUsage: 'how many snowballs are in use; device limit of the account',
      ListLongTermPricing: 'long term snow device contracts; auto renewing snow devices',
      ListPickupLocations: 'pickup locations for snow devices',
    },
  },
];
