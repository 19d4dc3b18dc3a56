import type { ServiceOverlay } from '../overlay.js';

/** SQS: what a queue says of itself is a map, and empty unless it is asked for. */
export const sqsService: ServiceOverlay = {
  service: 'sqs',
  operations: {
    ListQueues: { columns: 'Queue URL=' },
    GetQueueAttributes: {
      columns:
        'Queue URL=@QueueUrl; Messages=Attributes.ApproximateNumberOfMessages; In flight=Attributes.ApproximateNumberOfMessagesNotVisible; Retention seconds=Attributes.MessageRetentionPeriod; Dead letter queue=Attributes.RedrivePolicy; KMS key=Attributes.KmsMasterKeyId; SQS-managed encryption=Attributes.SqsManagedSseEnabled',
      defaults: { AttributeNames: ['All'] },
    },
  },
};

/** SNS: the same for topics. */
export const snsService: ServiceOverlay = {
  service: 'sns',
  operations: {
    ListTopics: { columns: 'Topic ARN=TopicArn' },
    GetTopicAttributes: {
      columns:
        'Topic ARN=@TopicArn; Confirmed=Attributes.SubscriptionsConfirmed; Pending=Attributes.SubscriptionsPending; KMS key=Attributes.KmsMasterKeyId; Owner=Attributes.Owner',
    },
    ListSubscriptions: {
      columns: 'Topic ARN=TopicArn; Protocol=Protocol; Endpoint=Endpoint; Subscription ARN=SubscriptionArn',
    },
    ListSubscriptionsByTopic: {
      columns: 'Topic ARN=TopicArn; Protocol=Protocol; Endpoint=Endpoint; Subscription ARN=SubscriptionArn',
    },
  },
};
