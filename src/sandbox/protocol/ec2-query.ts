import { randomUUID } from 'node:crypto';
import { isJsonObject, type Json, type JsonObject } from '../../domain/json.js';
import { type FaultTable, serviceFault } from '../faults.js';
import type { SignatureProblem, SignatureVerdict, SignedRequest } from '../identity/signature.js';
import type { Organization } from '../organization/organization.js';
import { AwsFault } from '../services/aws-fault.js';
import { callService } from '../services/call-service.js';
import type { Pager } from '../services/paging.js';
import { DROP, HANG, type HttpReply, reply } from './http-reply.js';
import { escapeXml } from './sts-replies.js';

export interface Ec2QueryOptions {
  readonly organization: Organization;
  readonly verify: (service: string, request: SignedRequest) => SignatureVerdict;
  readonly faults: FaultTable;
  readonly page: Pager;
  /** Tags that somebody has changed since the organization was made, by instance. */
  readonly tagsOf: (instanceId: string) => Readonly<Record<string, string>> | undefined;
  readonly log: (message: string, facts: Readonly<Record<string, string>>) => void;
}

/** What is asked of it, with the list of ids that each takes. */
const ACTIONS: ReadonlyMap<string, readonly [form: string, parameter: string]> = new Map([
  ['DescribeInstances', ['InstanceId', 'InstanceIds']],
  ['DescribeSecurityGroups', ['GroupId', 'GroupIds']],
  ['DescribeSecurityGroupRules', ['SecurityGroupRuleId', 'SecurityGroupRuleIds']],
  ['DescribeNetworkAcls', ['NetworkAclId', 'NetworkAclIds']],
]);

const VERSION = '2016-11-15';
const NAMESPACE = `http://ec2.amazonaws.com/doc/${VERSION}/`;

/**
 * EC2 as its own clients ask it: a form in, XML out; instances and firewalls. Undefined for a form that is not EC2's.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/Query-Requests.html
 */
export function createEc2Query(options: Ec2QueryOptions): (request: SignedRequest) => HttpReply | undefined {
  return (request) => {
    const form = new URLSearchParams(request.body.toString('utf8'));
    if (form.get('Version') !== VERSION) return undefined;
    const verdict = options.verify('ec2', request);
    if (verdict.kind === 'invalid') return failed(options, REFUSALS[verdict.problem], verdict.message);
    const action = form.get('Action') ?? '';
    if (!ACTIONS.has(action)) {
      return failed(options, 'InvalidAction', `The action ${action} is not valid for this web service.`);
    }
    const { principal } = verdict.credentials;
    const outcome = options.faults.at(principal.accountId, 'ec2', verdict.region);
    if (outcome === 'unreachable') return DROP;
    if (outcome === 'timeout') return HANG;
    const account = options.organization.account(principal.accountId);
    if (account === undefined) return failed(options, 'AuthFailure', 'The account is not in this organization.');
    try {
      const call = { service: 'ec2', operation: action, region: verdict.region, params: parametersOf(action, form) };
      const answered = callService(call, {
        account,
        principal,
        page: options.page,
        mutated: () => undefined,
        fault: (service, asked) =>
          outcome === undefined ? undefined : serviceFault(outcome, service, asked, principal.arn),
      });
      const { ResponseMetadata: _, ...result } = answered;
      return succeeded(action, retagged(result, options.tagsOf));
    } catch (error) {
      if (!(error instanceof AwsFault)) throw error;
      return failed(options, error.code ?? 'InvalidParameterValue', error.awsMessage ?? error.message);
    }
  };
}

/** `InstanceId.1=…`, `Filter.1.Name=…`, `Filter.1.Value.2=…`: how the query protocol writes lists. */
function parametersOf(action: string, form: URLSearchParams): JsonObject {
  const listed = (prefix: string): readonly string[] =>
    numbered((index) => form.get(`${prefix}.${String(index)}`) ?? undefined);
  const filters = numbered((index) => {
    const name = form.get(`Filter.${String(index)}.Name`);
    return name === null ? undefined : { Name: name, Values: listed(`Filter.${String(index)}.Value`) };
  });
  const [idForm, idParameter] = ACTIONS.get(action) ?? ['', ''];
  const ids = listed(idForm);
  const size = form.get('MaxResults');
  const token = form.get('NextToken');
  return {
    ...(ids.length === 0 ? {} : { [idParameter]: ids }),
    ...(filters.length === 0 ? {} : { Filters: filters }),
    ...(size === null ? {} : { MaxResults: Number(size) }),
    ...(token === null ? {} : { NextToken: token }),
  };
}

function numbered<Item>(at: (index: number) => Item | undefined): readonly Item[] {
  const items: Item[] = [];
  for (let index = 1; ; index += 1) {
    const item = at(index);
    if (item === undefined) return items;
    items.push(item);
  }
}

function retagged(value: Json, tagsOf: Ec2QueryOptions['tagsOf']): Json {
  if (isList(value)) return value.map((item) => retagged(item, tagsOf));
  if (!isJsonObject(value)) return value;
  const { InstanceId } = value;
  const tags = typeof InstanceId === 'string' ? tagsOf(InstanceId) : undefined;
  const members = Object.entries(value).map(([name, member]) => [name, retagged(member, tagsOf)] as const);
  return {
    ...Object.fromEntries(members),
    ...(tags === undefined ? {} : { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) }),
  };
}

function succeeded(action: string, result: Json): HttpReply {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<${action}Response xmlns="${NAMESPACE}"><requestId>${randomUUID()}</requestId>${xmlOf(result)}</${action}Response>`;
  return reply(200, body, { 'content-type': 'text/xml;charset=UTF-8' });
}

/** Members under the names that EC2 gives them in XML, where a list's elements are items. */
function xmlOf(value: Json): string {
  if (isList(value)) return value.map((item) => `<item>${xmlOf(item)}</item>`).join('');
  if (!isJsonObject(value)) return escapeXml(String(value));
  return Object.entries(value)
    .map(([name, member]) => {
      const element = elementOf(name, member, value);
      return `<${element}>${xmlOf(member)}</${element}>`;
    })
    .join('');
}

/** From botocore's `locationName`s: most are the member's name with a small first letter. */
const ELEMENTS: Readonly<Record<string, string>> = {
  Reservations: 'reservationSet',
  SecurityGroupRules: 'securityGroupRuleSet',
  UserIdGroupPairs: 'groups',
  NetworkAcls: 'networkAclSet',
  Entries: 'entrySet',
  Associations: 'associationSet',
  IsDefault: 'default',
  Groups: 'groupSet',
  Instances: 'instancesSet',
  SecurityGroups: 'groupSet',
  NetworkInterfaces: 'networkInterfaceSet',
  BlockDeviceMappings: 'blockDeviceMapping',
  Tags: 'tagSet',
  StateTransitionReason: 'reason',
  PublicDnsName: 'dnsName',
  PublicIpAddress: 'ipAddress',
};

function elementOf(name: string, member: Json, parent: JsonObject): string {
  // The groups of an instance are a set, and those that were asked for are not.
  if (name === 'SecurityGroups' && !('InstanceId' in parent || 'ReservationId' in parent)) {
    return 'securityGroupInfo';
  }
  if (name === 'Description' && 'GroupName' in parent) return 'groupDescription';
  // An instance's state is a structure, that of its options a word.
  if (name === 'State' && isJsonObject(member)) return 'instanceState';
  return ELEMENTS[name] ?? name.charAt(0).toLowerCase() + name.slice(1);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
const REFUSALS: Readonly<Record<SignatureProblem, string>> = {
  missing: 'MissingAuthenticationToken',
  incomplete: 'IncompleteSignature',
  'unknown-key': 'AuthFailure',
  'wrong-token': 'AuthFailure',
  'expired-token': 'RequestExpired',
  'expired-signature': 'RequestExpired',
  'wrong-scope': 'SignatureDoesNotMatch',
  mismatch: 'SignatureDoesNotMatch',
};

const STATUSES: Readonly<Record<string, number>> = {
  AuthFailure: 401,
  UnauthorizedOperation: 403,
  SignatureDoesNotMatch: 403,
  RequestLimitExceeded: 503,
  InternalError: 500,
};

function failed({ log }: Ec2QueryOptions, code: string, message: string): HttpReply {
  log('ec2 refused', { code, reason: message });
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Response><Errors><Error><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error></Errors><RequestID>${randomUUID()}</RequestID></Response>`;
  return reply(STATUSES[code] ?? 400, body, { 'content-type': 'text/xml;charset=UTF-8' });
}
