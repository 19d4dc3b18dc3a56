import type { JsonObject } from '../../domain/json.js';
import type { EksCluster } from '../organization/model.js';
import { ServiceError } from './aws-fault.js';
import { nextPage, type PageRequest } from './paging.js';
import type { CallContext, Service } from './service.js';

/** https://docs.aws.amazon.com/eks/latest/APIReference/ */
export const eks: Service = {
  name: 'eks',
  className: 'EKS',
  actionPrefix: 'eks',
  endpointPrefix: 'eks',
  protocol: 'json',
  operations: {
    ListClusters: {
      answer: (context) => {
        const { items, next } = context.page(context.regional.eksClusters, paging(context));
        return { clusters: items.map((cluster) => cluster.name), ...nextPage('nextToken', next) };
      },
    },
    DescribeCluster: { answer: (context) => ({ cluster: clusterWire(context, clusterOf(context, 'name')) }) },
    ListNodegroups: {
      answer: (context) => {
        const { items, next } = context.page(clusterOf(context, 'clusterName').nodegroups, paging(context));
        return { nodegroups: items.map((group) => group.name), ...nextPage('nextToken', next) };
      },
    },
    DescribeNodegroup: { answer: describeNodegroup },
  },
};

function paging(context: CallContext): PageRequest {
  return {
    token: context.params.text('nextToken'),
    size: context.params.whole('maxResults'),
    standardSize: 100,
    invalid: () => new ServiceError('InvalidParameterException', 'Invalid nextToken'),
  };
}

function clusterOf(context: CallContext, parameter: string): EksCluster {
  const name = context.params.text(parameter) ?? '';
  const cluster = context.regional.eksClusters.find((candidate) => candidate.name === name);
  if (cluster === undefined) {
    throw new ServiceError('ResourceNotFoundException', `No cluster found for name: ${name}.`);
  }
  return cluster;
}

function clusterWire(context: CallContext, cluster: EksCluster): JsonObject {
  return {
    name: cluster.name,
    arn: `arn:aws:eks:${context.region}:${context.account.id}:cluster/${cluster.name}`,
    createdAt: cluster.createdAt,
    version: cluster.version,
    platformVersion: 'eks.7',
    status: cluster.status,
    endpoint: `https://${cluster.name}.gr7.${context.region}.eks.amazonaws.com`,
    roleArn: `arn:aws:iam::${context.account.id}:role/eks-cluster`,
    resourcesVpcConfig: {
      subnetIds: context.regional.subnets
        .filter((subnet) => !subnet.isDefault && !subnet.isPublic)
        .map((subnet) => subnet.id),
      securityGroupIds: [],
      vpcId: context.regional.vpcs.at(-1)?.id ?? '',
      endpointPublicAccess: cluster.publicEndpoint,
      endpointPrivateAccess: true,
      publicAccessCidrs: cluster.publicEndpoint ? ['0.0.0.0/0'] : [],
    },
    kubernetesNetworkConfig: { serviceIpv4Cidr: '172.20.0.0/16', ipFamily: 'ipv4' },
    logging: { clusterLogging: [{ types: ['api', 'audit'], enabled: true }] },
    certificateAuthority: { data: 'bm90LWEtY2VydGlmaWNhdGU=' },
    ...(cluster.secretsEncrypted
      ? {
          encryptionConfig: [
            {
              resources: ['secrets'],
              provider: {
                keyArn: `arn:aws:kms:${context.region}:${context.account.id}:key/00000000-0000-4000-8000-000000000004`,
              },
            },
          ],
        }
      : {}),
    tags: { Environment: context.account.environment },
  };
}

function describeNodegroup(context: CallContext): JsonObject {
  const cluster = clusterOf(context, 'clusterName');
  const name = context.params.text('nodegroupName') ?? '';
  const group = cluster.nodegroups.find((candidate) => candidate.name === name);
  if (group === undefined) {
    throw new ServiceError('ResourceNotFoundException', `No node group found for name: ${name}.`);
  }
  return {
    nodegroup: {
      nodegroupName: group.name,
      nodegroupArn: `arn:aws:eks:${context.region}:${context.account.id}:nodegroup/${cluster.name}/${group.name}/0`,
      clusterName: cluster.name,
      version: cluster.version,
      status: group.status,
      capacityType: group.name === 'spot' ? 'SPOT' : 'ON_DEMAND',
      scalingConfig: { minSize: group.minimum, maxSize: group.maximum, desiredSize: group.desired },
      instanceTypes: [group.instanceType],
      subnets: context.regional.subnets.filter((subnet) => !subnet.isDefault).map((subnet) => subnet.id),
      amiType: 'AL2023_x86_64_STANDARD',
      nodeRole: `arn:aws:iam::${context.account.id}:role/eks-node`,
      diskSize: 20,
      createdAt: group.createdAt,
      health: { issues: [] },
      labels: {},
      tags: {},
    },
  };
}
