import type { ServiceDefinition } from '../definition.js';

/** EKS: what can be asked and what is refused (botocore 1.43, IAM data 2026-09-26). */
export const eksService: ServiceDefinition = {
  service: 'eks',
  label: 'EKS',
  iamPrefix: 'eks',
  global: false,
  searchWords: ['kubernetes', 'cluster', 'node', 'group'],
  operations: {
    ListClusters: {
      access: 'List',
      parameters: 'maxResults:integer nextToken:string include:string[]',
      pages: ['nextToken', 'nextToken', 'maxResults'],
      items: 'clusters[]',
      columns: 'Cluster=',
    },
    DescribeCluster: {
      access: 'Read',
      parameters: 'name!:string',
      items: 'cluster',
      columns:
        'Cluster=name; Version=version; Status=status; Public endpoint=resourcesVpcConfig.endpointPublicAccess; Private endpoint=resourcesVpcConfig.endpointPrivateAccess; Created=createdAt',
    },
    ListNodegroups: {
      access: 'List',
      parameters: 'clusterName!:string maxResults:integer nextToken:string',
      pages: ['nextToken', 'nextToken', 'maxResults'],
      items: 'nodegroups[]',
      columns: 'Cluster=@clusterName; Node group=',
    },
    DescribeNodegroup: {
      access: 'Read',
      parameters: 'clusterName!:string nodegroupName!:string',
      items: 'nodegroup',
      columns:
        'Node group=nodegroupName; Cluster=clusterName; Version=version; Status=status; Capacity=capacityType; Instance types=instanceTypes[]; Desired=scalingConfig.desiredSize',
    },
    ListFargateProfiles: {
      access: 'List',
      parameters: 'clusterName!:string maxResults:integer nextToken:string',
      pages: ['nextToken', 'nextToken', 'maxResults'],
      items: 'fargateProfileNames[]',
      columns: 'Cluster=@clusterName; Fargate profile=',
    },
    DescribeFargateProfile: {
      access: 'Read',
      parameters: 'clusterName!:string fargateProfileName!:string',
      items: 'fargateProfile',
      columns: 'Fargate profile=fargateProfileName; Cluster=clusterName; Status=status',
    },
    ListAddons: {
      access: 'List',
      parameters: 'clusterName!:string maxResults:integer nextToken:string',
      pages: ['nextToken', 'nextToken', 'maxResults'],
      items: 'addons[]',
      columns: 'Cluster=@clusterName; Add-on=',
    },
    DescribeAddon: {
      access: 'Read',
      parameters: 'clusterName!:string addonName!:string',
      items: 'addon',
      columns: 'Add-on=addonName; Cluster=clusterName; Version=addonVersion; Status=status',
      secretFields: ['configurationValues'],
    },
    ListAccessEntries: {
      access: 'List',
      parameters: 'clusterName!:string associatedPolicyArn:string maxResults:integer nextToken:string',
      pages: ['nextToken', 'nextToken', 'maxResults'],
      items: 'accessEntries[]',
      columns: 'Cluster=@clusterName; Principal=',
    },
    ListTagsForResource: {
      access: 'Read',
      parameters: 'resourceArn!:string',
      items: '',
      columns: 'Resource=@resourceArn; Tags=tags',
    },
  },
  others: {
    Write:
      'CreateCluster DeleteCluster UpdateClusterConfig UpdateClusterVersion CreateNodegroup DeleteNodegroup UpdateNodegroupConfig UpdateNodegroupVersion CreateAddon DeleteAddon',
    'Tagging, Write': 'TagResource UntagResource',
  },
};
