import type { ServiceOverlay } from '../overlay.js';

/** EKS: what a person wants to see, and what botocore's models do not say. */
export const eksService: ServiceOverlay = {
  service: 'eks',
  operations: {
    ListClusters: { columns: 'Cluster=' },
    DescribeCluster: {
      columns:
        'Cluster=name; Version=version; Status=status; Public endpoint=resourcesVpcConfig.endpointPublicAccess; Private endpoint=resourcesVpcConfig.endpointPrivateAccess; Created=createdAt',
    },
    ListNodegroups: { columns: 'Cluster=@clusterName; Node group=' },
    DescribeNodegroup: {
      columns:
        'Node group=nodegroupName; Cluster=clusterName; Version=version; Status=status; Capacity=capacityType; Instance types=instanceTypes[]; Desired=scalingConfig.desiredSize',
    },
    ListFargateProfiles: { columns: 'Cluster=@clusterName; Fargate profile=' },
    DescribeFargateProfile: { columns: 'Fargate profile=fargateProfileName; Cluster=clusterName; Status=status' },
    ListAddons: { columns: 'Cluster=@clusterName; Add-on=' },
    DescribeAddon: {
      columns: 'Add-on=addonName; Cluster=clusterName; Version=addonVersion; Status=status',
      secretFields: ['configurationValues'],
    },
    ListAccessEntries: { columns: 'Cluster=@clusterName; Principal=' },
    ListTagsForResource: { columns: 'Resource=@resourceArn; Tags=tags' },
  },
};
