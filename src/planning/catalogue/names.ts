/** Words of an AWS name: `DBInstanceArn` to DB, Instance, Arn. */
export function wordsOf(name: string): readonly string[] {
  return name.match(/[A-Z]+[0-9]*s?(?![a-z])|[A-Z]?[a-z]+[0-9]*|[0-9]+/g) ?? [];
}

const VERBS =
  /^(Describe|List|Get|Head|BatchGet|BatchDescribe|BatchList|Search|Lookup|Select|Query|Scan|Retrieve|Check|Count|Detect|Estimate|Evaluate|Export|Generate|Preview|Test|Validate|View)(?=[A-Z0-9])/;

/** What an operation is about: `ListTagsForResource` to Tags. */
export function nounOf(operation: string): string {
  const rest = operation.replace(VERBS, '');
  return rest.slice(0, rest.length - tailOf(operation).length);
}

/** What an operation says behind its noun: `ListTagsForResource` to ForResource, `ListTags` to nothing. */
export function tailOf(operation: string): string {
  return /^.+?((?:For|By|From|In|With|Of|On|To)[A-Z].*)$/.exec(operation.replace(VERBS, ''))?.[1] ?? '';
}

/** A noun without the endings that AWS puts on lists and details: `VolumeSummaries`, `VolumeList` and `Volumes` to volume. */
export function stemOf(noun: string): string {
  return singular(
    noun
      .replace(
        /(Summary|Summaries|List|Set|Details?|Infos?|Information|Descriptions?|Items|Metadata|Entries|Objects|Output|Response|Result|Overview|V2)$/i,
        '',
      )
      .replace(/_/g, ''),
  ).toLowerCase();
}

export function singular(noun: string): string {
  if (UNCHANGED.test(noun)) return noun;
  if (noun.endsWith('ies')) return noun.replace(/ies$/, 'y');
  if (/(sses|ches|shes|xes|zes)$/.test(noun)) return noun.replace(/es$/, '');
  if (/(aliases|statuses|buses|viruses)$/i.test(noun)) return noun.replace(/es$/, '');
  return noun.replace(/s$/, '');
}

/** Nouns that end in s and are no plural. */
const UNCHANGED =
  /(ss|[Ss]tatus|[Bb]us|[Vv]irus|[Aa]nalysis|[Bb]asis|[Ss]ynthesis|Redis|[Ss]tatistics|[Aa]nalytics|[Dd]iagnostics|News)$|(HTTP|DN|SM|KM|AW|EC|EK|EB|RD|SN|SQ|SE)S$|(Http|Dn|Sm|Km|Aw|Ec|Ek|Eb|Rd|Sn|Sq|Se)s$/;

/** Whether two nouns mean the same thing. */
export function isSameNoun(left: string, right: string): boolean {
  const [one, other] = [stemOf(left), stemOf(right)];
  return one !== '' && one === other;
}

/** Written as in a table's heading: `dbInstanceArn` to "DB instance ARN". */
export function headingOf(name: string): string {
  const words = wordsOf(name.replaceAll('_', ' ')).map((word, index) => {
    if (ACRONYMS.has(word.toUpperCase())) return word.toUpperCase();
    if (ACRONYMS.has(word.toUpperCase().replace(/S$/, ''))) return `${word.slice(0, -1).toUpperCase()}s`;
    const known = SPELLED[word.toLowerCase()];
    if (known !== undefined) return known;
    if (word.length > 1 && word === word.toUpperCase()) return word;
    return index === 0 ? word.charAt(0).toUpperCase() + word.slice(1).toLowerCase() : word.toLowerCase();
  });
  return words.join(' ');
}

const ACRONYMS = new Set(
  'ACL ACM AMI API ARN ASN AWS AZ CA CIDR CPU DB DNS EBS EC2 ECS EFS EKS FIPS FSX GPU HTTP HTTPS IAM ID IOPS IP JSON KMS MFA OU RAM RDS S3 SAML SKU SNS SQL SQS SSH SSL SSO STS TCP TLS TTL UDP UI URI URL UUID VPC VPN WAF XML'.split(
    ' ',
  ),
);

const SPELLED: Readonly<Record<string, string>> = {
  vcpu: 'vCPU',
  vcpus: 'vCPUs',
  ipv4: 'IPv4',
  ipv6: 'IPv6',
  mib: 'MiB',
  gib: 'GiB',
  gb: 'GB',
  oauth: 'OAuth',
  dynamodb: 'DynamoDB',
  cloudwatch: 'CloudWatch',
};
