import type { ServiceWording } from './wording.js';

/** Amazon S3 and its relatives. */
export const OBJECT_STORAGE_WORDING: readonly ServiceWording[] = [
  {
    service: 's3',
    called:
      's3; simple storage service; buckets; bucket; object storage; object store; blob storage; files in a bucket; objects; cloud storage',
    operations: {
      ListBuckets:
        'buckets; list of buckets; how many buckets; bucket names; when was a bucket created; oldest buckets; buckets per account; which region is each bucket in; inventory of buckets; buckets whose name starts with logs; new buckets this month; do we own a bucket with this name',
      GetBucketVersioning:
        'is versioning on; versioning status of a bucket; buckets without versioning; versioning suspended; mfa delete; buckets that cannot recover overwritten objects; can we get back a deleted file; protection against overwriting in a bucket; undelete in a bucket; recover a bucket after ransomware; accidental deletes in a bucket',
      GetBucketEncryption:
        'default encryption of a bucket; is the bucket encrypted; sse s3 or sse kms; which kms key encrypts a bucket; buckets without kms encryption; bucket key enabled; server side encryption settings; customer provided keys blocked; key that encrypts a bucket; unencrypted buckets',
      GetPublicAccessBlock:
        'block public access of a bucket; buckets with public access allowed; bucket public access settings; is public access blocked; buckets without public access block; ignore public acls; restrict public buckets; bucket level bpa; buckets that may become public; public access guard missing',
      GetBucketPolicyStatus:
        'is the bucket public; public buckets; buckets open to the world by policy; buckets exposed to the internet; publicly readable buckets; world readable bucket check; publicly accessible buckets; bucket not public; which buckets are public; buckets anyone can read; bucket readable by anyone; buckets open to strangers; exposed buckets; buckets that could leak data; data leak risk of a bucket; anonymous access to a bucket',
      GetBucketPolicy:
        'who can access a bucket; bucket policy; resource policy of a bucket; cross account access to a bucket; does the bucket enforce tls; buckets that do not require https; deny insecure transport; which principals may write to a bucket; policy json of a bucket; statements granting everyone; bucket policy allows public write; bucket policy denies insecure transport; buckets shared with other accounts; bucket written without tls; plain http access to a bucket; which roles can read a bucket; outside accounts in a bucket policy; other accounts that can write to our bucket; bucket locked to a vpc endpoint; bucket locked to the organization',
      GetBucketAcl:
        'bucket acl; acl grants; bucket shared with all users by acl; grants to authenticated users; legacy access control list of a bucket; bucket owner canonical id; log delivery write grant; everyone or authenticated users in a bucket acl; bucket listable by everyone; world writable bucket acl',
      GetBucketOwnershipControls:
        'are acls disabled; object ownership setting; bucket owner enforced; buckets that still use acls; bucket owner preferred; bucket acls disabled',
      GetBucketLifecycleConfiguration:
        'lifecycle rules of a bucket; buckets without lifecycle; when do objects expire; how long are objects kept; retention of logs in a bucket; transition to glacier; move to infrequent access; expiration rules; noncurrent version expiration; abort incomplete uploads rule; data aging out; tiering rules; cleanup of old objects; is old data deleted from a bucket; how long does data stay in a bucket; bucket data kept forever; clean up of old files; data moved to cheaper storage; storage class transitions; old versions cleaned up; delete markers cleaned up; archive rules',
      GetBucketLogging:
        'server access logging of a bucket; is access logging on; where do bucket access logs go; buckets without access logs; target log bucket; log prefix of a bucket',
      GetBucketReplication:
        'is the bucket replicated; replication rules of a bucket; cross region replication; destination bucket of replication; crr and srr; replication time control; buckets without replication; disaster recovery copy of a bucket; delete marker replication; bucket copied to another region; is a bucket mirrored; second copy of a bucket',
      GetBucketTagging:
        'tags of a bucket; owner tag of a bucket; untagged buckets; cost allocation tags of buckets; who owns this bucket; team of a bucket; buckets without tags; who owns a bucket; cost center of a bucket',
      GetBucketLocation:
        'region of a bucket; where does a bucket live; in which region is the data of a bucket; buckets outside the eu',
      GetBucketNotificationConfiguration:
        'event notifications of a bucket; what happens when a file is uploaded; which lambda is triggered by a bucket; bucket sends events to sqs or sns; eventbridge enabled on a bucket; upload triggers; what runs when a file lands in a bucket; file uploads that trigger something; new object events',
      GetBucketWebsite:
        'static website hosting; is a bucket a website; index and error document; buckets that host websites; redirect all requests of a bucket; bucket that hosts a web page; websites served from buckets',
      GetBucketCors: 'cors rules of a bucket; allowed origins of a bucket; cross origin access; wildcard cors',
      GetBucketAccelerateConfiguration:
        'transfer acceleration; is acceleration on for a bucket; faster uploads setting',
      GetBucketRequestPayment: 'requester pays; who pays for downloads of a bucket',
      GetObjectLockConfiguration:
        'object lock; worm buckets; immutable bucket; default retention mode; governance or compliance mode; ransomware protection of a bucket; legal retention days of a bucket; buckets without object lock; immutable backups in a bucket; ransomware safe buckets',
      ListBucketIntelligentTieringConfigurations:
        'intelligent tiering archive configurations of a bucket; archive access tiers',
      ListBucketInventoryConfigurations:
        'inventory reports of a bucket; s3 inventory; where is the inventory of objects delivered; daily object listing report',
      ListBucketAnalyticsConfigurations: 'storage class analysis; access pattern analytics of a bucket',
      ListBucketMetricsConfigurations:
        'request metrics of a bucket; are request metrics enabled; metrics filters of a bucket',
      GetBucketMetadataConfiguration: 's3 metadata; metadata tables of a bucket; journal and live inventory tables',
      GetBucketAbac: 'tag based access control on a bucket; abac status of a bucket',
      ListObjectsV2:
        'files in a bucket; objects under a prefix; what is in this bucket; folder content; newest file in a bucket; object sizes; biggest objects; last modified objects; storage class of objects; is the bucket empty; how many objects; latest backup file; glacier objects in a prefix; does a file exist under a path; newest file under a folder; size of a folder in a bucket; how big is a bucket; oldest object; files uploaded yesterday',
      ListObjectVersions:
        'old versions of objects; noncurrent versions; deleted objects with delete markers; version history of a file; can we recover a deleted file; delete markers in a bucket; space used by old versions',
      HeadObject:
        'size and type of one object; when was this file last changed; object metadata; is this object encrypted and how; storage class of one file; restore status of a glacier object; replication status of one object; etag; does this key exist; is a glacier object restored; restore in progress of an object; content type of a file',
      HeadBucket: 'does the bucket exist; is a bucket reachable for us; is this bucket name ours',
      GetObjectAttributes:
        'checksum of an object; parts of a multipart object; object size and storage class attributes',
      GetObjectTagging: 'tags of an object; malware scan tag of a file',
      GetObjectAcl: 'who can read one object; acl of a file; public object check; is a single file public',
      GetObjectRetention: 'until when is an object locked; retain until date; retention mode of one object',
      GetObjectLegalHold: 'legal hold on an object; is a file under legal hold',
      ListMultipartUploads:
        'incomplete uploads; unfinished multipart uploads; abandoned uploads that cost money; in progress uploads; orphaned upload parts; half finished uploads; broken uploads wasting space',
      ListParts: 'parts of one unfinished upload; uploaded parts so far',
      ListDirectoryBuckets: 'directory buckets; s3 express one zone; single zone buckets; express buckets',
    },
  },
  {
    service: 's3control',
    called:
      's3 control; s3 account settings; access points; storage lens; batch operations; access grants; multi region access points; mrap; account level s3',
    operations: {
      GetPublicAccessBlock:
        'account level block public access; is public s3 access blocked for the whole account; accounts without s3 public access block; account wide public bucket guard; s3 bpa of the account; account level block public access of buckets; are public acls ignored for the whole account',
      ListAccessPoints:
        'access points; s3 access points of a bucket; vpc only access points; named endpoints of buckets; access points open to the internet',
      GetAccessPoint:
        'settings of one access point; network origin of an access point; public access block of an access point; vpc of an access point',
      GetAccessPointPolicy: 'who can use an access point; policy of an access point',
      GetAccessPointPolicyStatus: 'is the access point public; public access points',
      ListAccessPointsForObjectLambda: 'object lambda access points; transformed object endpoints',
      ListAccessPointsForDirectoryBuckets: 'access points of express directory buckets',
      ListMultiRegionAccessPoints: 'multi region access points; global bucket endpoints; mraps and their buckets',
      GetMultiRegionAccessPoint: 'regions and buckets behind one multi region access point; status of an mrap',
      GetMultiRegionAccessPointRoutes:
        'active and passive regions of an mrap; failover routing of a multi region bucket endpoint; traffic dial of regions',
      GetMultiRegionAccessPointPolicyStatus: 'is a multi region access point public',
      GetMultiRegionAccessPointPolicy: 'policy of a multi region access point',
      ListJobs:
        's3 batch operations jobs; bulk object jobs; failed batch operations; mass copy or tag jobs; batch replication jobs; bulk restore jobs',
      DescribeJob:
        'progress of a batch operations job; number of objects failed in a bulk job; failure reason of a batch job on objects; report location of a bulk job',
      ListStorageLensConfigurations:
        'storage lens dashboards; organization wide storage metrics; is storage lens on; default dashboard',
      GetStorageLensConfiguration:
        'settings of a storage lens dashboard; advanced metrics enabled; export of storage metrics; prefixes measured',
      ListStorageLensGroups: 'storage lens groups; object groups by prefix or age',
      ListAccessGrants:
        'access grants; who has been granted a prefix; iam identity center users with bucket access; grantees and permissions',
      ListAccessGrantsInstances: 'access grants instances; is s3 access grants set up',
      ListAccessGrantsLocations: 'locations registered for access grants; buckets under access grants',
      GetAccessGrantsInstanceResourcePolicy: 'cross account policy of access grants',
      ListRegionalBuckets: 'buckets on outposts; s3 on outposts buckets',
      GetBucket: 'details of an outposts bucket',
      ListTagsForResource: 'tags of access grants and storage lens groups; tags on general purpose buckets by arn',
    },
  },
  {
    service: 's3tables',
    called: 's3 tables; table buckets; iceberg tables in s3; managed iceberg; lakehouse storage',
    operations: {
      ListTableBuckets: 'table buckets; iceberg buckets',
      ListNamespaces: 'namespaces in a table bucket; iceberg namespaces',
      ListTables: 'iceberg tables in a table bucket; which s3 tables exist',
      GetTable: 'details of an iceberg table; when was an s3 table modified; format and owner of a table',
      GetTableBucketPolicy: 'who can access a table bucket; resource policy of table bucket',
      GetTableBucketEncryption: 'encryption of a table bucket; kms key of iceberg tables',
      GetTableBucketMaintenanceConfiguration: 'unreferenced file removal; cleanup settings of a table bucket',
      GetTableMaintenanceConfiguration:
        'compaction settings of a table; snapshot management of iceberg table; target file size',
      GetTableMaintenanceJobStatus:
        'did compaction run; failed table maintenance; last compaction of an iceberg table; iceberg table maintenance failures; failed compaction of a table',
      GetTableMetadataLocation: 'where is the metadata json of an iceberg table',
      GetTableReplicationStatus: 'replication state of an iceberg table; table replicas lagging',
      GetTableBucketReplication: 'replication of table buckets to other regions',
      GetTableBucketStorageClass: 'default storage class of a table bucket',
      GetTableRecordExpirationConfiguration: 'record expiry of a table; days before rows expire',
      GetTablePolicy: 'who can read one s3 table',
    },
  },
  {
    service: 's3vectors',
    called: 's3 vectors; vector buckets; vector store; embeddings storage; vector indexes in s3',
    operations: {
      ListVectorBuckets: 'vector buckets; where are embeddings stored',
      GetVectorBucket: 'encryption of a vector bucket; creation of a vector bucket',
      ListIndexes: 'vector indexes in a bucket; embedding indexes',
      GetIndex: 'dimension and distance metric of a vector index; data type of an embedding index',
      ListVectors: 'vectors in an index; number of embeddings; keys of vectors',
      GetVectorBucketPolicy: 'who can query a vector bucket',
    },
  },
  {
    service: 's3files',
    called: 's3 files; file system on a bucket; mount a bucket as nfs; posix access to buckets',
    operations: {
      ListFileSystems: 'file systems backed by buckets; s3 files shares; buckets mounted as file system',
      GetFileSystem: 'bucket and status of an s3 file system; details of a bucket mount',
      ListMountTargets: 'mount targets of an s3 file system; subnets where a bucket is mounted',
      ListAccessPoints: 'access points of an s3 file system',
      GetSynchronizationConfiguration:
        'sync between bucket and file system; import rules and expiration of cached data',
      GetFileSystemPolicy: 'who can mount an s3 file system',
    },
  },
  {
    service: 's3outposts',
    called: 's3 on outposts; object storage on premises rack',
    operations: {
      ListEndpoints: 'endpoints of s3 on outposts; failed outposts s3 endpoints',
      ListOutpostsWithS3: 'outposts that have s3 capacity; s3 capacity in bytes on outposts',
      ListSharedEndpoints: 's3 outposts endpoints shared with us',
    },
  },
  {
    service: 'glacier',
    called:
      'glacier; s3 glacier vaults; archive vaults; cold storage; long term archives; deep archive vaults; tape replacement archive',
    operations: {
      ListVaults:
        'glacier vaults; archive vaults with size; number of archives; last inventory of vaults; cold storage vaults; empty vaults',
      DescribeVault: 'size of one glacier vault; last inventory date of a vault; archives in one vault',
      ListJobs:
        'glacier retrieval jobs; archive restore in progress; inventory retrieval jobs; failed retrievals; restore requests for archived data',
      DescribeJob: 'status of one archive retrieval',
      GetVaultLock: 'vault lock policy; is a glacier vault locked; worm archive; compliance lock on vault',
      GetVaultAccessPolicy: 'who can access a glacier vault',
      GetVaultNotifications: 'notifications when a glacier retrieval completes; sns topic of a vault',
      GetDataRetrievalPolicy: 'retrieval limit of glacier; free tier only retrieval policy',
      ListProvisionedCapacity: 'provisioned retrieval capacity of glacier; expedited capacity units',
      ListMultipartUploads: 'unfinished archive uploads to a vault',
      ListTagsForVault: 'tags of a glacier vault',
    },
  },
];
