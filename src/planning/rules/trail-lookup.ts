import type { Condition } from '../../domain/condition.js';
import type { Filter } from '../../domain/plan.js';
import { listed } from './effects.js';
import type { Reading } from './reading.js';
import { equal, notEqual } from './topic.js';
import type { TrailWish } from './trail-words.js';

/** What the events must be about; without a name: any of the kind. */
export interface Thing {
  /** The key of a topic. */
  readonly topic?: string;
  readonly noun?: string;
  readonly name?: string;
}

const KIND_OF_ID: Readonly<Record<string, string>> = {
  i: 'instances',
  vol: 'volumes',
  sg: 'security-groups',
  vpc: 'vpcs',
  subnet: 'subnets',
  snap: 'volume-snapshots',
  ami: 'images',
};

/** What the words around the wish name, or why they cannot be asked of CloudTrail. */
export function thingOf(reading: Reading): Thing | string {
  const strange = [...reading.unknown, ...reading.dangling].slice(0, 8).map((word) => `"${word.slice(0, 60)}"`);
  if (strange.length > 0)
    return `I took this as a question about CloudTrail's history, and did not understand ${listed(strange)}.`;
  const topics = reading.topics.flatMap((place) => place.topics);
  const conditions = reading.conditions.map(({ condition, negated }) => ({
    condition,
    name: negated ? undefined : nameOf(condition),
  }));
  const foreign = conditions.some(({ name }) => name === undefined);
  const shaped =
    [...reading.groups].some((group) => group !== 'account') ||
    reading.limit !== undefined ||
    reading.counts ||
    reading.doubts.length > 0;
  if (topics.length > 1 || conditions.length > 1 || foreign || shaped) {
    return "Of CloudTrail's history I can list the events of one resource, by its id or name, or of one kind of resource.";
  }
  const [topic] = topics;
  const [only] = conditions;
  const kind = only?.condition.kind === 'id' ? KIND_OF_ID[only.condition.prefix] : topic?.key;
  if (topic !== undefined && kind !== topic.key) return `Which of the ${topic.noun} is meant? Name its own id.`;
  return {
    ...(kind === undefined ? {} : { topic: kind }),
    ...(topic === undefined ? {} : { noun: topic.noun }),
    ...(only?.name === undefined ? {} : { name: only.name }),
  };
}

/** What CloudTrail calls a resource by: its id, or a name given whole. */
function nameOf(condition: Condition): string | undefined {
  if (condition.kind === 'id') return condition.value;
  return condition.kind === 'name' && !condition.contains ? condition.value : undefined;
}

/** One attribute is all that LookupEvents takes; what else was asked is filtered here. */
export interface Lookup {
  readonly by: 'EventName' | 'ResourceName' | 'ResourceType' | 'ReadOnly' | 'Username';
  readonly value: string;
  readonly filters: readonly Filter[];
  readonly noun: string;
  readonly note?: string;
  /** Recorded in Regions in which the account has nothing else: sign-ins, IAM. */
  readonly anywhere?: true;
}

/** Kinds whose events name them, by the id or name that people use (CloudTrail's own resource types). */
const RECORDED: Readonly<
  Record<string, { readonly type: string; readonly events: Readonly<Record<string, string>>; readonly anywhere?: true }>
> = {
  instances: {
    type: 'AWS::EC2::Instance',
    events: {
      create: 'RunInstances',
      start: 'StartInstances',
      stop: 'StopInstances',
      reboot: 'RebootInstances',
      terminate: 'TerminateInstances',
      delete: 'TerminateInstances',
    },
  },
  volumes: {
    type: 'AWS::EC2::Volume',
    events: { create: 'CreateVolume', delete: 'DeleteVolume', attach: 'AttachVolume', detach: 'DetachVolume' },
  },
  'security-groups': {
    type: 'AWS::EC2::SecurityGroup',
    events: { create: 'CreateSecurityGroup', delete: 'DeleteSecurityGroup' },
  },
  vpcs: { type: 'AWS::EC2::VPC', events: { create: 'CreateVpc', delete: 'DeleteVpc' } },
  subnets: { type: 'AWS::EC2::Subnet', events: { create: 'CreateSubnet', delete: 'DeleteSubnet' } },
  // Their events are in the bucket's own Region.
  buckets: { type: 'AWS::S3::Bucket', events: { create: 'CreateBucket', delete: 'DeleteBucket' }, anywhere: true },
  databases: {
    type: 'AWS::RDS::DBInstance',
    events: {
      create: 'CreateDBInstance',
      start: 'StartDBInstance',
      stop: 'StopDBInstance',
      reboot: 'RebootDBInstance',
      delete: 'DeleteDBInstance',
    },
  },
};

const CHANGING = notEqual('Read only', 'true');

/** How a wish is looked up, or why it cannot be. */
export function lookupOf(wish: TrailWish, thing: Thing): Lookup | string {
  const named = thing.topic !== undefined || thing.name !== undefined;
  if (wish.kind === 'user' || wish.kind === 'event') {
    if (named)
      return `Say either what was done to a resource, or ask for ${wish.kind === 'user' ? 'a user' : 'an event'} alone.`;
    if (wish.kind === 'event') {
      return { by: 'EventName', value: wish.event, filters: [], noun: `${wish.event} events`, anywhere: true };
    }
    const { user, event } = wish;
    return {
      by: 'Username',
      value: user,
      filters: event === undefined ? [] : [equal('Event', event)],
      noun: `${event === undefined ? '' : `${event} `}events of the user ${user}`,
      note: 'somebody in a role is recorded by the name of the session',
      anywhere: true,
    };
  }
  const recorded =
    thing.topic !== undefined && Object.hasOwn(RECORDED, thing.topic) ? RECORDED[thing.topic] : undefined;
  if (named && recorded === undefined) {
    return `I do not know how CloudTrail records ${thing.noun ?? `"${thing.name ?? ''}"`}: name the kind of resource, or the event ("who called …").`;
  }
  const anywhere = recorded?.anywhere === undefined ? {} : { anywhere: true as const };
  const of = thing.name === undefined ? '' : ` of ${thing.name}`;
  const about =
    thing.name === undefined ? undefined : ({ by: 'ResourceName', value: thing.name, ...anywhere } as const);
  if (wish.kind === 'did') {
    const event = recorded?.events[wish.verb];
    if (typeof event !== 'string') {
      return `I know no event of CloudTrail for that${thing.noun === undefined ? '' : ` of ${thing.noun}`}: name the kind of resource, or the event ("who called …").`;
    }
    return about === undefined
      ? { by: 'EventName', value: event, filters: [], noun: `${event} events`, ...anywhere }
      : { ...about, filters: [equal('Event', event)], noun: `${event} events${of}` };
  }
  if (wish.kind === 'anything') {
    return about === undefined
      ? 'What happened to which resource? Name its id.'
      : { ...about, filters: [], noun: `events${of}` };
  }
  if (about !== undefined) return { ...about, filters: [CHANGING], noun: `changes${of}` };
  return recorded === undefined
    ? { by: 'ReadOnly', value: 'false', filters: [], noun: 'events that change something', anywhere: true }
    : {
        by: 'ResourceType',
        value: recorded.type,
        filters: [CHANGING],
        noun: `changes of ${thing.noun ?? ''}`,
        ...anywhere,
      };
}
