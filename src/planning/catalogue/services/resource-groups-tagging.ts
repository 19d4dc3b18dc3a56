import type { ServiceOverlay } from '../overlay.js';

/** Resource Groups Tagging: what a person wants to see, and what botocore's models do not say. */
export const resourceGroupsTaggingService: ServiceOverlay = {
  service: 'resourcegroupstaggingapi',
  operations: {
    GetResources: { columns: 'ARN=ResourceARN; Tag keys=Tags[].Key' },
    GetTagKeys: { columns: 'Tag key=' },
    GetTagValues: { columns: 'Tag key=@Key; Tag value=' },
  },
};
