/** How the AWS CLI names services, operations and parameters, from the names that the API has for them. */

/** Services whose command is not botocore's name (awscli/customizations: s3, codedeploy, configservice). */
const COMMANDS: Readonly<Record<string, string>> = { s3: 's3api', config: 'configservice', codedeploy: 'deploy' };

const SERVICES = new Map(Object.entries(COMMANDS).map(([service, command]) => [command, service]));

/** The command of a service: `s3api` for botocore's `s3`. */
export function serviceCommand(service: string): string {
  return COMMANDS[service] ?? service;
}

/** botocore's name of what may be the command of a service; undefined for a name that the CLI has given away. */
export function serviceOfCommand(command: string): string | undefined {
  return SERVICES.get(command) ?? (Object.hasOwn(COMMANDS, command) ? undefined : command);
}

/** Names whose words botocore parts by a list (botocore/__init__.py, `_xform_cache`); those that begin or end so among them. */
const WHOLE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/iSCSI/, 'Iscsi'],
  [/PartiQL/, 'Partiql'],
  [/WhatsApp/, 'Whatsapp'],
  [/OTel(?=Enrichment)/, 'Otel'],
  [/^ListHITsFor/, 'ListHitsFor'],
];

/** `DescribeDBInstances` → `describe-db-instances` (botocore's `xform_name` with a dash). */
export function cliName(name: string): string {
  if (name.includes('-')) return name;
  const known = WHOLE_WORDS.reduce((text, [pattern, word]) => text.replace(pattern, word), name);
  // ARNs, ACLs: a plural of capitals at the end is one word.
  const plural = /[A-Z]{2,}s$/.exec(known)?.[0];
  const base = plural === undefined ? known : `${known.slice(0, -plural.length)}-${plural.toLowerCase()}`;
  return base
    .replaceAll(/(.)([A-Z][a-z]+)/g, '$1-$2')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

/** Parameters that the CLI calls differently, because its own options have their names (awscli/customizations/argrename.py). */
const RENAMED: Readonly<Record<string, string>> = {
  'cloudsearchdomain.Search.query': 'search-query',
  'cloudsearchdomain.Suggest.query': 'suggest-query',
  'codepipeline.GetActionType.version': 'action-version',
  'codepipeline.GetPipeline.version': 'pipeline-version',
  'datapipeline.GetPipelineDefinition.version': 'pipeline-version',
  'datapipeline.QueryObjects.query': 'objects-query',
  'lex-models.GetExport.version': 'resource-version',
  'lex-models.GetIntent.version': 'intent-version',
  'lex-models.GetSlotType.version': 'slot-type-version',
  'license-manager.GetGrant.Version': 'grant-version',
  'license-manager.GetLicense.Version': 'license-version',
  'mturk.ListQualificationTypes.Query': 'types-query',
  'pinpoint.GetCampaignVersion.Version': 'campaign-version',
  'pinpoint.GetEmailTemplate.Version': 'template-version',
  'pinpoint.GetInAppTemplate.Version': 'template-version',
  'pinpoint.GetPushTemplate.Version': 'template-version',
  'pinpoint.GetSegmentVersion.Version': 'segment-version',
  'pinpoint.GetSmsTemplate.Version': 'template-version',
  'pinpoint.GetVoiceTemplate.Version': 'template-version',
  'route53.GetTrafficPolicy.Version': 'traffic-policy-version',
  'route53domains.ViewBilling.End': 'end-time',
  'route53domains.ViewBilling.Start': 'start-time',
  'sagemaker.DescribeImageVersion.Version': 'version-number',
  'sagemaker.ListAliases.Version': 'version-number',
  'workdocs.DescribeUsers.Query': 'user-query',
};

/** The option of a parameter, without its dashes. */
export function optionName(service: string, operation: string, parameter: string): string {
  const key = `${service}.${operation}.${parameter}`;
  return Object.hasOwn(RENAMED, key) ? (RENAMED[key] ?? '') : cliName(parameter);
}
