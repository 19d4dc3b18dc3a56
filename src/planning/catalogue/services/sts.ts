import type { ServiceOverlay } from '../overlay.js';

/** STS: what a person wants to see, and what botocore's models do not say. */
export const stsService: ServiceOverlay = {
  service: 'sts',
  operations: {
    GetCallerIdentity: { columns: 'Identity account=Account; ARN=Arn; User ID=UserId', global: true },
  },
};
