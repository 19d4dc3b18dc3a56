import type { Paginator, ServiceModel } from './botocore.js';

/** How an operation hands out its pages: one token in, one token out. */
export interface Pages {
  readonly input: string;
  readonly output: string;
  readonly size?: string;
}

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
  return { input: pair[1], output: pair[0], ...(size === undefined ? {} : { size }) };
}

function fromPaginator(paginator: Paginator): Pages | undefined {
  const [input, ...moreInputs] = paginator.input_token;
  const [output] = paginator.output_token;
  if (input === undefined || output === undefined || moreInputs.length > 0 || !/^[\w.]+$/.test(output))
    return undefined;
  const { limit_key: size } = paginator;
  return { input, output, ...(size === undefined ? {} : { size }) };
}

function isText(model: ServiceModel, member: { readonly shape: string } | undefined): boolean {
  return model.shapes[member?.shape ?? '']?.type === 'string';
}
