import { call, contains, empty, equal, notEqual, present, flag } from '../../topic.js';
import { extraFlag, extraPresent, reading, type Detail } from './detail.js';

const QUEUE = {
  calls: [
    call('queue-attributes', 'sqs', 'GetQueueAttributes', {
      params: { AttributeNames: ['All'] },
      forEach: { call: 'queues', path: 'QueueUrls[]', parameter: 'QueueUrl' },
      columns: [
        { name: 'Queue URL', path: '@QueueUrl' },
        { name: 'Messages', path: 'Attributes.ApproximateNumberOfMessages' },
        { name: 'Dead-letter queue', path: 'Attributes.RedrivePolicy' },
        { name: 'KMS key', path: 'Attributes.KmsMasterKeyId' },
        { name: 'SQS encryption', path: 'Attributes.SqsManagedSseEnabled' },
      ],
    }),
  ],
  join: [{ call: 'queue-attributes', on: 'Queue URL' }],
};

const TOPIC = {
  calls: [
    call('topic-attributes', 'sns', 'GetTopicAttributes', {
      forEach: { call: 'topics', path: 'Topics[].TopicArn', parameter: 'TopicArn' },
      columns: [
        { name: 'Topic ARN', path: '@TopicArn' },
        { name: 'Subscriptions', path: 'Attributes.SubscriptionsConfirmed' },
        { name: 'Pending', path: 'Attributes.SubscriptionsPending' },
        { name: 'KMS key', path: 'Attributes.KmsMasterKeyId' },
      ],
    }),
  ],
  join: [{ call: 'topic-attributes', on: 'Topic ARN' }],
};

const PIPELINE = {
  calls: [
    call('pipeline-state', 'codepipeline', 'GetPipelineState', {
      forEach: { call: 'code-pipelines', path: 'pipelines[].name', parameter: 'name' },
      columns: [
        { name: 'Name', path: '@name' },
        { name: 'Stage results', path: 'stageStates[].latestExecution.status' },
      ],
    }),
  ],
  join: [{ call: 'pipeline-state', on: 'Name' }],
};
const PIPELINE_NOTE = '"failed" is taken as: the latest execution of a stage failed';

const VIEWER = [
  { name: 'Viewer protocol', path: 'DefaultCacheBehavior.ViewerProtocolPolicy' },
  { name: 'Viewer protocols of paths', path: 'CacheBehaviors.Items[].ViewerProtocolPolicy' },
];

/** Messaging, deployment, delivery and scaling. */
export const PLATFORM_DETAILS: Readonly<Record<string, Detail>> = {
  queues: {
    example: 'Which SQS queues have messages waiting?',
    name: 'Queue URL',
    traits: {
      // The attributes are text: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html
      messages: reading(QUEUE, {
        yes: { filters: [present('Messages'), notEqual('Messages', '0')], after: 'with messages waiting' },
        no: { filters: [equal('Messages', '0')], after: 'without messages waiting' },
      }),
      empty: reading(QUEUE, {
        yes: { filters: [equal('Messages', '0')], after: 'without messages waiting' },
        no: { filters: [present('Messages'), notEqual('Messages', '0')], after: 'with messages waiting' },
      }),
      'dead-letter-queue': reading(QUEUE, {
        yes: { filters: [present('Dead-letter queue')], after: 'with a dead-letter queue' },
        no: { filters: [empty('Dead-letter queue')], after: 'without a dead-letter queue' },
      }),
      encrypted: reading(QUEUE, {
        yes: { filters: [{ any: [present('KMS key'), equal('SQS encryption', 'true')] }], before: 'encrypted' },
        no: { filters: [empty('KMS key'), notEqual('SQS encryption', 'true')], before: 'unencrypted' },
      }),
    },
  },
  topics: {
    example: 'Which SNS topics have no subscribers?',
    name: 'Topic ARN',
    traits: {
      subscribers: reading(TOPIC, {
        yes: { filters: [present('Subscriptions'), notEqual('Subscriptions', '0')], after: 'with subscribers' },
        no: {
          filters: [equal('Subscriptions', '0')],
          after: 'without subscribers',
          note: 'subscriptions that wait for confirmation do not count',
        },
      }),
      encrypted: reading(TOPIC, {
        yes: { filters: [present('KMS key')], before: 'encrypted' },
        no: { filters: [empty('KMS key')], before: 'unencrypted' },
      }),
    },
  },
  'sns-subscriptions': {
    example: 'Which SNS subscriptions are pending?',
    groups: { protocol: 'Protocol' },
    states: { column: 'Subscription ARN', values: { pending: 'PendingConfirmation' } },
  },
  'event-rules': {
    example: 'Which EventBridge rules are disabled?',
    name: 'Name',
    groups: { state: 'State' },
    // Enabled has two names, disabled one: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Rule.html
    traits: {
      'actions-enabled': {
        yes: { filters: [notEqual('State', 'DISABLED')], before: 'enabled' },
        no: { filters: [equal('State', 'DISABLED')], before: 'disabled' },
      },
    },
  },
  'event-source-mappings': {
    example: 'Which Lambda event source mappings are disabled?',
    groups: { state: 'State' },
    traits: {
      'actions-enabled': {
        yes: { filters: [equal('State', 'Enabled')], before: 'enabled' },
        no: { filters: [equal('State', 'Disabled')], before: 'disabled' },
      },
    },
  },
  stacks: {
    example: 'Which CloudFormation stacks failed?',
    name: 'Stack name',
    groups: { state: 'Stack status' },
    traits: {
      failed: {
        yes: {
          filters: [{ any: [contains('Stack status', 'FAILED'), equal('Stack status', 'ROLLBACK_COMPLETE')] }],
          before: 'failed',
          note: '"failed" is taken as: a status that ends in FAILED, or ROLLBACK_COMPLETE (its creation was undone)',
        },
      },
      'rolled-back': {
        yes: {
          filters: [contains('Stack status', 'ROLLBACK')],
          before: 'rolled back',
          note: '"rolled back" is taken as: its last creation or update was undone, or is being undone',
        },
      },
      drifted: {
        yes: {
          columns: [{ name: 'Drift', path: 'DriftInformation.StackDriftStatus' }],
          filters: [equal('Drift', 'DRIFTED')],
          before: 'drifted',
          note: 'as CloudFormation last looked: stacks whose drift was never checked are not among them',
        },
      },
      'termination-protection': extraFlag(
        { name: 'Termination protection', path: 'EnableTerminationProtection' },
        'with termination protection',
        'without termination protection',
      ),
    },
  },
  'code-pipelines': {
    example: 'Which CodePipeline pipelines failed?',
    name: 'Name',
    traits: {
      failed: {
        yes: { ...PIPELINE, filters: [contains('Stage results', 'Failed')], before: 'failed', note: PIPELINE_NOTE },
      },
    },
  },
  'image-repositories': {
    example: 'Which ECR repositories do not scan on push?',
    name: 'Repository name',
    traits: {
      'scan-on-push': {
        yes: {
          columns: [{ name: 'Scan on push', path: 'imageScanningConfiguration.scanOnPush' }],
          filters: [equal('Scan on push', true)],
          after: 'with scan on push',
        },
        no: {
          columns: [{ name: 'Scan on push', path: 'imageScanningConfiguration.scanOnPush' }],
          filters: [notEqual('Scan on push', true)],
          after: 'without scan on push',
          note: "the repository's own setting; the registry's scanning rules are not read",
        },
      },
      immutable: {
        yes: { filters: [equal('Image tag mutability', 'IMMUTABLE')], after: 'with immutable tags' },
        no: { filters: [notEqual('Image tag mutability', 'IMMUTABLE')], after: 'with mutable tags' },
      },
    },
  },
  'auto-scaling-groups': {
    example: 'Which Auto Scaling groups are at their maximum?',
    name: 'Auto scaling group name',
    traits: {
      'at-maximum': {
        yes: {
          filters: [{ column: 'Desired capacity', is: 'reaches-column', other: 'Max size' }],
          after: 'whose desired capacity is at its maximum',
        },
        no: {
          filters: [{ column: 'Desired capacity', is: 'below-column', other: 'Max size' }],
          after: 'whose desired capacity is below its maximum',
        },
      },
    },
    numbers: {
      desired: { column: 'Desired capacity' },
      maximum: { column: 'Max size' },
      minimum: { column: 'Min size' },
    },
  },
  'hosted-zones': {
    example: 'Which Route 53 hosted zones are private?',
    name: 'Name',
    traits: {
      public: {
        yes: {
          columns: [{ name: 'Private', path: 'Config.PrivateZone' }],
          filters: [notEqual('Private', true)],
          before: 'public',
        },
        no: {
          columns: [{ name: 'Private', path: 'Config.PrivateZone' }],
          filters: [equal('Private', true)],
          before: 'private',
        },
      },
    },
    numbers: { records: { column: 'Resource record set count' } },
  },
  distributions: {
    example: 'Which CloudFront distributions are disabled?',
    groups: { state: 'Status' },
    traits: {
      'actions-enabled': flag('Enabled', 'enabled', 'disabled'),
      waf: extraPresent({ name: 'Web ACL', path: 'WebACLId' }, 'with a web ACL', 'without a web ACL'),
      'https-only': {
        yes: {
          columns: VIEWER,
          filters: [
            { column: 'Viewer protocol', is: 'not-contains', value: 'allow-all' },
            { column: 'Viewer protocols of paths', is: 'not-contains', value: 'allow-all' },
          ],
          after: 'that serve HTTPS only',
          note: 'those that redirect HTTP to HTTPS are among them',
        },
        no: {
          columns: VIEWER,
          filters: [
            { any: [contains('Viewer protocol', 'allow-all'), contains('Viewer protocols of paths', 'allow-all')] },
          ],
          after: 'that serve plain HTTP',
        },
      },
    },
  },
  'glue-jobs': { name: 'Name', groups: { version: 'Glue version' } },
  'rest-apis': { name: 'Name' },
  'http-apis': { name: 'Name', groups: { type: 'Protocol type' } },
  'state-machines': { name: 'Name', groups: { type: 'Type' } },
  'lightsail-instances': {
    name: 'Name',
    groups: { state: 'State' },
    states: {
      column: 'State',
      values: { running: 'running', stopped: 'stopped', pending: 'pending', stopping: 'stopping' },
    },
  },
};
