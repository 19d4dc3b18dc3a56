import type { ServiceDefinition } from '../definition.js';

/** Resource Groups Tagging: what can be asked and what is refused (botocore 1.43, IAM data 2026-09-26). */
export const resourceGroupsTaggingService: ServiceDefinition = {
  service: 'resourcegroupstaggingapi',
  label: 'Resource Groups Tagging',
  iamPrefix: 'tag',
  global: false,
  searchWords: ['tag', 'tagged', 'resource'],
  operations: {
    GetResources: {
      access: 'Read',
      parameters:
        'PaginationToken:string TagFilters:object[] ResourcesPerPage:integer TagsPerPage:integer ResourceTypeFilters:string[] IncludeComplianceDetails:boolean ExcludeCompliantResources:boolean ResourceARNList:string[]',
      pages: ['PaginationToken', 'PaginationToken', 'ResourcesPerPage'],
      items: 'ResourceTagMappingList[]',
      columns: 'ARN=ResourceARN; Tag keys=Tags[].Key',
    },
    GetTagKeys: {
      access: 'Read',
      parameters: 'PaginationToken:string',
      pages: ['PaginationToken', 'PaginationToken'],
      items: 'TagKeys[]',
      columns: 'Tag key=',
    },
    GetTagValues: {
      access: 'Read',
      parameters: 'PaginationToken:string Key!:string',
      pages: ['PaginationToken', 'PaginationToken'],
      items: 'TagValues[]',
      columns: 'Tag key=@Key; Tag value=',
    },
  },
  others: {
    'Tagging, Write': 'TagResources UntagResources',
  },
};
