import { isJsonObject, type Json, type JsonObject } from '../../domain/json.js';
import { ServiceError } from './aws-fault.js';
import { nextPage } from './paging.js';
import { tagList, type CallContext, type Service } from './service.js';

/** https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html */
export const tagging: Service = {
  name: 'resourcegroupstaggingapi',
  className: 'ResourceGroupsTaggingAPI',
  actionPrefix: 'tag',
  endpointPrefix: 'tagging',
  protocol: 'json',
  operations: { GetResources: { answer: getResources } },
};

interface TaggedResource {
  readonly arn: string;
  readonly type: string;
  readonly tags: Readonly<Record<string, string>>;
}

function getResources(context: CallContext): JsonObject {
  const types = context.params.texts('ResourceTypeFilters') ?? [];
  const tagFilters = context.params.list('TagFilters');
  const arns = context.params.texts('ResourceARNList');
  const resources = taggedResources(context).filter(
    (resource) =>
      (types.length === 0 || types.some((type) => resource.type === type || resource.type.startsWith(`${type}:`))) &&
      (arns?.includes(resource.arn) ?? true) &&
      tagFilters.every((filter) => tagMatches(resource.tags, filter)),
  );
  const { items, next } = context.page(resources, {
    // The service sends and takes an empty token where there is none.
    token: context.params.text('PaginationToken') === '' ? undefined : context.params.text('PaginationToken'),
    size: context.params.whole('ResourcesPerPage'),
    standardSize: 100,
    invalid: () => new ServiceError('InvalidParameterException', 'The pagination token is not valid.'),
  });
  return {
    PaginationToken: '',
    ResourceTagMappingList: items.map((resource) => ({ ResourceARN: resource.arn, Tags: tagList(resource.tags) })),
    ...nextPage('PaginationToken', next),
  };
}

function tagMatches(tags: Readonly<Record<string, string>>, filter: Json): boolean {
  if (!isJsonObject(filter) || typeof filter['Key'] !== 'string') return true;
  const value = tags[filter['Key']];
  if (value === undefined) return false;
  const values = Array.isArray(filter['Values']) ? filter['Values'] : [];
  return values.length === 0 || values.includes(value);
}

/** What carries a tag in this Region; buckets are listed in the Region that they are in. */
function taggedResources(context: CallContext): readonly TaggedResource[] {
  const { regional, global, region, account } = context;
  const owner = `${region}:${account.id}`;
  const all: readonly TaggedResource[] = [
    ...regional.ec2Instances.map((instance) => ({
      arn: `arn:aws:ec2:${owner}:instance/${instance.id}`,
      type: 'ec2:instance',
      tags: instance.tags,
    })),
    ...regional.rdsInstances.map((instance) => ({
      arn: `arn:aws:rds:${owner}:db:${instance.name}`,
      type: 'rds:db',
      tags: instance.tags,
    })),
    ...regional.lambdaFunctions.map((item) => ({
      arn: `arn:aws:lambda:${owner}:function:${item.name}`,
      type: 'lambda:function',
      tags: item.tags,
    })),
    ...global.s3Buckets
      .filter((bucket) => bucket.region === region)
      .map((bucket) => ({ arn: `arn:aws:s3:::${bucket.name}`, type: 's3', tags: bucket.tags })),
  ];
  return all.filter((resource) => Object.keys(resource.tags).length > 0);
}
