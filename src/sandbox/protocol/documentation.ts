/** A page as the sandbox's documentation has it: a few lines of our own about what people ask, not AWS's text. */
interface Page {
  readonly url: string;
  readonly title: string;
  readonly text: string;
}

const PAGES: readonly Page[] = [
  {
    url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ebs-volumes.html',
    title: 'Amazon EBS volumes',
    text: 'DescribeVolumes lists the volumes of a Region. A volume whose State is available is attached to nothing; in-use means attached, and Attachments says to which instance. Encrypted tells whether it is encrypted at rest.',
  },
  {
    url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html',
    title: 'Instance metadata service versions',
    text: 'DescribeInstances returns MetadataOptions for each instance. HttpTokens required means that only IMDSv2 is accepted; optional means that IMDSv1 still works.',
  },
  {
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    title: 'Blocking public access to S3 buckets',
    text: 'GetPublicAccessBlock returns four settings of a bucket. A bucket without any answers NoSuchPublicAccessBlockConfiguration. ListBuckets names the buckets of an account.',
  },
  {
    url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
    title: 'RDS instances in a VPC',
    text: 'DescribeDBInstances returns PubliclyAccessible for each instance. StorageEncrypted, MultiAZ and BackupRetentionPeriod are there as well.',
  },
  {
    url: 'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html',
    title: 'Kubernetes versions in Amazon EKS',
    text: 'ListClusters returns names only. DescribeCluster takes one name and returns version, status and endpoint access of that cluster.',
  },
  {
    url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
    title: 'Log groups and their retention',
    text: 'DescribeLogGroups returns retentionInDays where a group expires, and leaves it out where a group is kept for ever. storedBytes is its size.',
  },
];

/** Skills by name: what to read, in which order. */
const SKILLS: Readonly<Record<string, string>> = {
  'find-unused-volumes':
    'Call ec2 DescribeVolumes in every Region and keep the volumes whose State is available: nothing is attached to them.',
  'review-public-buckets':
    'Call s3 ListBuckets, then s3 GetPublicAccessBlock for each name; no configuration means that nothing is blocked.',
};

const RESULTS = 3;

export function searchPages(phrase: string): readonly object[] {
  const words = phrase.toLowerCase().match(/[a-z0-9]{2,}/gu) ?? [];
  return PAGES.map((page) => {
    const text = `${page.title} ${page.text}`.toLowerCase();
    return { page, hits: words.filter((word) => text.includes(word)).length };
  })
    .filter(({ hits }) => hits > 0)
    .toSorted((left, right) => right.hits - left.hits)
    .slice(0, RESULTS)
    .map(({ page }, index) => ({ rank_order: index + 1, url: page.url, title: page.title, context: page.text }));
}

export function readPage(url: string): string | undefined {
  const page = PAGES.find((candidate) => candidate.url === url.split('#')[0]);
  return page === undefined ? undefined : `# ${page.title}\n\n${page.text}`;
}

export function skill(name: string): string | undefined {
  return Object.hasOwn(SKILLS, name) ? SKILLS[name] : undefined;
}

export function skillNames(): readonly string[] {
  return Object.keys(SKILLS);
}
