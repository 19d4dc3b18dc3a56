import type { ServiceOverlay } from '../overlay.js';

/** Secrets Manager: what a person wants to see, and what botocore's models do not say. */
export const secretsManagerService: ServiceOverlay = {
  service: 'secretsmanager',
  operations: {
    ListSecrets: {
      columns:
        'Secret=Name; Rotation enabled=RotationEnabled; Last changed=LastChangedDate; Last accessed=LastAccessedDate',
    },
    DescribeSecret: { columns: 'Secret=Name; Rotation enabled=RotationEnabled; Last changed=LastChangedDate' },
  },
};
