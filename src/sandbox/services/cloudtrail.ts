import { isJsonObject, type JsonObject } from '../../domain/json.js';
import type { TrailEvent } from '../organization/model.js';
import { ServiceError } from './aws-fault.js';
import { instantOf } from './metrics.js';
import { nextPage } from './paging.js';
import type { CallContext, Service } from './service.js';

/** https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html */
export const cloudtrail: Service = {
  name: 'cloudtrail',
  className: 'CloudTrail',
  actionPrefix: 'cloudtrail',
  endpointPrefix: 'cloudtrail',
  protocol: 'json',
  operations: { LookupEvents: { answer: lookupEvents } },
};

const ATTRIBUTES: Readonly<Record<string, (event: TrailEvent) => string | undefined>> = {
  EventId: (event) => event.id,
  EventName: (event) => event.name,
  ReadOnly: (event) => String(event.readOnly),
  Username: (event) => event.user,
  ResourceType: (event) => event.resource?.type,
  ResourceName: (event) => event.resource?.name,
  EventSource: (event) => event.source,
};

function lookupEvents(context: CallContext): JsonObject {
  const { params } = context;
  const attributes = params.list('LookupAttributes');
  if (attributes.length > 1) {
    throw new ServiceError('InvalidLookupAttributesException', 'You can only provide one lookup attribute.');
  }
  const [attribute] = attributes;
  const [start, end] = [instantOf(params.text('StartTime')), instantOf(params.text('EndTime'))];
  if (start !== undefined && end !== undefined && start > end) {
    throw new ServiceError('InvalidTimeRangeException', 'The start time is after the end time.');
  }
  const events = context.regional.trailEvents.filter((event) => {
    const at = Date.parse(event.at);
    return (start === undefined || at >= start) && (end === undefined || at <= end) && isMeant(event, attribute);
  });
  const { items, next } = context.page(events, {
    token: params.text('NextToken'),
    size: params.whole('MaxResults'),
    standardSize: 50,
    invalid: () => new ServiceError('InvalidNextTokenException', 'The token is not valid.'),
  });
  return { Events: items.map((event) => eventWire(event)), ...nextPage('NextToken', next) };
}

function isMeant(event: TrailEvent, attribute: unknown): boolean {
  if (!isJsonObject(attribute)) return true;
  const key = attribute['AttributeKey'];
  const read = typeof key === 'string' && Object.hasOwn(ATTRIBUTES, key) ? ATTRIBUTES[key] : undefined;
  if (read === undefined) {
    throw new ServiceError('InvalidLookupAttributesException', 'The lookup attribute is not one of those there are.');
  }
  return read(event) === attribute['AttributeValue'];
}

function eventWire({ id, name, source, user, at, readOnly, resource }: TrailEvent): JsonObject {
  return {
    EventId: id,
    EventName: name,
    ReadOnly: String(readOnly),
    EventTime: at,
    EventSource: source,
    Username: user,
    Resources: resource === undefined ? [] : [{ ResourceType: resource.type, ResourceName: resource.name }],
    CloudTrailEvent: JSON.stringify({ eventVersion: '1.08', eventName: name, eventSource: source, eventTime: at }),
  };
}
