import type { Paginator, ServiceModel } from './botocore.js';

/** How an operation hands out its pages: tokens in, tokens out, and whether a flag says that there is more. */
export interface Pages {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly size?: string;
  readonly flag?: string;
}

/** A token of the reply: a member, or a member of the last element of a list. */
const TOKEN_PATH = /^[\w.]+(\[-1\](\.\w+)?)?$/;

/**
 * Pages that no paginator describes, by the API references: the request's tokens, the reply's, the page size and the
 * flag, as a service's file writes them.
 */
const WRITTEN_PAGES: Readonly<Record<string, string>> = {
  'firehose ListDeliveryStreams':
    'ExclusiveStartDeliveryStreamName DeliveryStreamNames[-1] Limit HasMoreDeliveryStreams',
  'firehose ListTagsForDeliveryStream': 'ExclusiveStartTagKey Tags[-1].Key Limit HasMoreTags',
  'kinesis ListTagsForStream': 'ExclusiveStartTagKey Tags[-1].Key Limit HasMoreTags',
  'kinesisanalytics ListApplications':
    'ExclusiveStartApplicationName ApplicationSummaries[-1].ApplicationName Limit HasMoreApplications',
  'route53 ListGeoLocations':
    'StartContinentCode,StartCountryCode,StartSubdivisionCode NextContinentCode,NextCountryCode,NextSubdivisionCode MaxItems IsTruncated',
  'route53 ListHostedZonesByName': 'DNSName,HostedZoneId NextDNSName,NextHostedZoneId MaxItems IsTruncated',
  'route53 ListTrafficPolicies': 'TrafficPolicyIdMarker TrafficPolicyIdMarker MaxItems IsTruncated',
  'route53 ListTrafficPolicyInstances':
    'HostedZoneIdMarker,TrafficPolicyInstanceNameMarker,TrafficPolicyInstanceTypeMarker HostedZoneIdMarker,TrafficPolicyInstanceNameMarker,TrafficPolicyInstanceTypeMarker MaxItems IsTruncated',
  'route53 ListTrafficPolicyInstancesByHostedZone':
    'TrafficPolicyInstanceNameMarker,TrafficPolicyInstanceTypeMarker TrafficPolicyInstanceNameMarker,TrafficPolicyInstanceTypeMarker MaxItems IsTruncated',
  'route53 ListTrafficPolicyInstancesByPolicy':
    'HostedZoneIdMarker,TrafficPolicyInstanceNameMarker,TrafficPolicyInstanceTypeMarker HostedZoneIdMarker,TrafficPolicyInstanceNameMarker,TrafficPolicyInstanceTypeMarker MaxItems IsTruncated',
  'route53 ListTrafficPolicyVersions': 'TrafficPolicyVersionMarker TrafficPolicyVersionMarker MaxItems IsTruncated',
  // The paginator prefers NextMarker, which comes only with a delimiter; the last key is the marker without one.
  's3 ListObjects': 'Marker Contents[-1].Key MaxKeys IsTruncated',
};

/** Members of requests and replies that are about pages, not about what is found. */
export const PAGE_MEMBERS =
  /^(next_?)?(page_?|pagination_?|continuation_?)?(token|marker)$|^is_?truncated$|^has_?more|^max_?(items|results|records)$/i;

const PAGE_SIZES = [
  'MaxResults',
  'maxResults',
  'MaxItems',
  'maxItems',
  'MaxRecords',
  'Limit',
  'limit',
  'PageSize',
  'pageSize',
];

/** Tokens of the reply and of the request that belong together by their names, where no paginator says so. */
const CERTAIN_PAIRS: readonly (readonly [output: string, input: string])[] = [
  ['NextToken', 'NextToken'],
  ['nextToken', 'nextToken'],
  ['Marker', 'Marker'],
  ['marker', 'marker'],
  ['NextMarker', 'NextMarker'],
  ['NextMarker', 'Marker'],
  ['nextMarker', 'nextMarker'],
  ['nextMarker', 'marker'],
  ['NextPageToken', 'NextPageToken'],
  ['nextPageToken', 'nextPageToken'],
  ['NextPageToken', 'PageToken'],
  ['nextPageToken', 'pageToken'],
  ['PaginationToken', 'PaginationToken'],
  ['paginationToken', 'paginationToken'],
  ['ContinuationToken', 'ContinuationToken'],
  ['NextContinuationToken', 'ContinuationToken'],
];

/** botocore's paginator of the operation, or a pair of tokens that the shapes of request and reply make certain. */
export function pagesOf(model: ServiceModel, operation: string): Pages | undefined {
  const { input, output } = model.operations[operation] ?? {};
  const requests = model.shapes[input?.shape ?? '']?.members ?? {};
  const written = WRITTEN_PAGES[`${model.service} ${operation}`];
  if (written !== undefined) return readPages(written);
  const paginator = model.paginators[operation];
  if (paginator !== undefined) return fromPaginator(paginator);

  const replies = model.shapes[output?.shape ?? '']?.members ?? {};
  const pair = CERTAIN_PAIRS.find(
    ([from, to]) =>
      Object.hasOwn(replies, from) &&
      Object.hasOwn(requests, to) &&
      isText(model, replies[from]) &&
      isText(model, requests[to]),
  );
  if (pair === undefined) return undefined;
  const size = PAGE_SIZES.find((name) => Object.hasOwn(requests, name));
  return { inputs: [pair[1]], outputs: [pair[0]], ...(size === undefined ? {} : { size }) };
}

function fromPaginator(paginator: Paginator): Pages | undefined {
  const { input_token: inputs, output_token: outputs, limit_key: size, more_results: flag } = paginator;
  if (inputs.length !== outputs.length || !outputs.every((path) => TOKEN_PATH.test(path))) return undefined;
  return { inputs, outputs, ...(size === undefined ? {} : { size }), ...(flag === undefined ? {} : { flag }) };
}

function readPages(text: string): Pages {
  const [inputs = '', outputs = '', size, flag] = text.split(' ');
  return {
    inputs: inputs.split(','),
    outputs: outputs.split(','),
    ...(size === undefined ? {} : { size }),
    ...(flag === undefined ? {} : { flag }),
  };
}

/** As a service's file writes them. */
export function pagesText({ inputs, outputs, size, flag }: Pages): string {
  const end = flag === undefined ? (size ?? '') : `${size ?? '-'} ${flag}`;
  return `${inputs.join(',')} ${outputs.join(',')} ${end}`.trim();
}

function isText(model: ServiceModel, member: { readonly shape: string } | undefined): boolean {
  return model.shapes[member?.shape ?? '']?.type === 'string';
}
