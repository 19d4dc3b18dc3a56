import type { JsonObject } from '../../domain/json.js';
import type { Queue, Topic } from '../organization/model.js';
import { ServiceError } from './aws-fault.js';
import { nextPage } from './paging.js';
import type { CallContext, Service } from './service.js';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/ */
export const sqs: Service = {
  name: 'sqs',
  className: 'SQS',
  actionPrefix: 'sqs',
  endpointPrefix: 'sqs',
  protocol: 'json',
  operations: { ListQueues: { answer: listQueues }, GetQueueAttributes: { answer: getQueueAttributes } },
};

/** Pages only when `MaxResults` is given. */
function listQueues(context: CallContext): JsonObject {
  const prefix = context.params.text('QueueNamePrefix') ?? '';
  const size = context.params.whole('MaxResults');
  const { items, next } = context.page(
    context.regional.queues.filter(({ name }) => name.startsWith(prefix)),
    {
      token: context.params.text('NextToken'),
      size,
      standardSize: 1000,
      invalid: () => new ServiceError('InvalidParameterValueException', 'Invalid or expired next token.'),
    },
  );
  return {
    // An empty list is left out: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueues.html
    ...(items.length === 0 ? {} : { QueueUrls: items.map((queue) => urlOf(context, queue)) }),
    ...nextPage('NextToken', next),
  };
}

function getQueueAttributes(context: CallContext): JsonObject {
  const url = context.params.text('QueueUrl') ?? '';
  const queue = context.regional.queues.find((one) => urlOf(context, one) === url);
  if (queue === undefined) throw new ServiceError('QueueDoesNotExist', 'The specified queue does not exist.');
  const asked = context.params.texts('AttributeNames') ?? [];
  const all: Readonly<Record<string, string>> = {
    QueueArn: `arn:aws:sqs:${context.region}:${context.account.id}:${queue.name}`,
    ApproximateNumberOfMessages: String(queue.messages),
    ApproximateNumberOfMessagesNotVisible: '0',
    ApproximateNumberOfMessagesDelayed: '0',
    SqsManagedSseEnabled: String(queue.encrypted),
    VisibilityTimeout: '30',
    MessageRetentionPeriod: '345600',
    ...(queue.deadLetters
      ? {
          RedrivePolicy: JSON.stringify({
            deadLetterTargetArn: `arn:aws:sqs:${context.region}:${context.account.id}:${queue.name}-dead`,
            maxReceiveCount: 5,
          }),
        }
      : {}),
  };
  const kept = Object.entries(all).filter(([name]) => asked.includes('All') || asked.includes(name));
  return kept.length === 0 ? {} : { Attributes: Object.fromEntries(kept) };
}

function urlOf({ region, account }: CallContext, { name }: Queue): string {
  return `https://sqs.${region}.amazonaws.com/${account.id}/${name}`;
}

/** https://docs.aws.amazon.com/sns/latest/api/ */
export const sns: Service = {
  name: 'sns',
  className: 'SNS',
  actionPrefix: 'sns',
  endpointPrefix: 'sns',
  protocol: 'query',
  operations: { ListTopics: { answer: listTopics }, GetTopicAttributes: { answer: getTopicAttributes } },
};

function listTopics(context: CallContext): JsonObject {
  const { items, next } = context.page(context.regional.topics, {
    token: context.params.text('NextToken'),
    size: undefined,
    standardSize: 100,
    invalid: () => new ServiceError('InvalidParameter', 'Invalid parameter: nextToken'),
  });
  return { Topics: items.map((topic) => ({ TopicArn: topicArn(context, topic) })), ...nextPage('NextToken', next) };
}

function getTopicAttributes(context: CallContext): JsonObject {
  const arn = context.params.text('TopicArn') ?? '';
  const topic = context.regional.topics.find((one) => topicArn(context, one) === arn);
  if (topic === undefined) throw new ServiceError('NotFound', 'Topic does not exist');
  return {
    Attributes: {
      TopicArn: arn,
      Owner: context.account.id,
      DisplayName: '',
      SubscriptionsConfirmed: String(topic.subscriptions),
      SubscriptionsPending: '0',
      SubscriptionsDeleted: '0',
      ...(topic.encrypted ? { KmsMasterKeyId: 'alias/aws/sns' } : {}),
    },
  };
}

function topicArn({ region, account }: CallContext, { name }: Topic): string {
  return `arn:aws:sns:${region}:${account.id}:${name}`;
}
