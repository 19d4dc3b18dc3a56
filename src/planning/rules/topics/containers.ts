import { call, empty, equal, listedTags, mappedTags, notEqual, present, type Topic } from '../topic.js';
import { KUBERNETES_VERSIONS } from './version-families.js';

const ECS_CLUSTERS = call('ecs-cluster-list', 'ecs', 'ListClusters');
const EKS_CLUSTERS = call('eks-cluster-list', 'eks', 'ListClusters');

/** ECS names the states of things in upper case. */
const STATES = {
  active: 'ACTIVE',
  inactive: 'INACTIVE',
  draining: 'DRAINING',
  provisioning: 'PROVISIONING',
  failed: 'FAILED',
};
const EKS_STATES = {
  active: 'ACTIVE',
  running: 'ACTIVE',
  creating: 'CREATING',
  deleting: 'DELETING',
  failed: 'FAILED',
  updating: 'UPDATING',
  pending: 'PENDING',
};
const EKS_STATE_NOTES = { running: '"running" is taken as EKS\'s status ACTIVE' };

/** ECS and EKS. Lists hand out names only, so each is followed by its describe call. */
export const CONTAINER_TOPICS: readonly Topic[] = [
  {
    key: 'ecs-clusters',
    noun: 'ECS clusters',
    phrases: ['ecs clusters', 'ecs cluster', 'container clusters', 'fargate clusters'],
    calls: [
      ECS_CLUSTERS,
      // DescribeClusters takes 100 at most:
      // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeClusters.html
      call('ecs-clusters', 'ecs', 'DescribeClusters', {
        forEach: { call: 'ecs-cluster-list', path: 'clusterArns[]', parameter: 'clusters', batch: 100 },
      }),
    ],
    main: 'ecs-clusters',
    regions: 'regional',
    example: 'List ECS clusters',
    groups: { state: 'Status' },
    states: { column: 'Status', values: STATES },
    name: 'Cluster',
    tag: (key, value, isPresent) => {
      const effect = listedTags('tags', ['key', 'value'])(key, value, isPresent);
      return effect === undefined ? undefined : { ...effect, params: { include: ['TAGS'] } };
    },
  },
  {
    key: 'ecs-services',
    noun: 'ECS services',
    phrases: ['ecs services', 'ecs service', 'container services', 'ecs container services'],
    calls: [
      ECS_CLUSTERS,
      call('ecs-service-list', 'ecs', 'ListServices', {
        forEach: { call: 'ecs-cluster-list', path: 'clusterArns[]', parameter: 'cluster' },
      }),
      // DescribeServices takes 10 at most:
      // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html
      call('ecs-services', 'ecs', 'DescribeServices', {
        forEach: {
          call: 'ecs-service-list',
          path: 'serviceArns[]',
          parameter: 'services',
          batch: 10,
          carry: ['cluster'],
        },
      }),
    ],
    main: 'ecs-services',
    regions: 'regional',
    example: 'List ECS services per cluster',
    groups: { state: 'Status', cluster: 'Cluster', 'launch type': 'Launch type', type: 'Launch type' },
    states: { column: 'Status', values: STATES },
    traits: {
      running: {
        yes: {
          filters: [{ column: 'Running', is: 'above', value: 0 }],
          before: 'running',
          note: '"running" is taken as: at least one running task',
        },
        no: {
          filters: [equal('Running', 0)],
          after: 'without running tasks',
          note: '"not running" is taken as: no running task',
        },
      },
      'below-desired': {
        yes: {
          filters: [{ column: 'Running', is: 'below-column', other: 'Desired' }],
          after: 'with fewer running tasks than desired',
        },
        no: {
          filters: [{ column: 'Running', is: 'reaches-column', other: 'Desired' }],
          after: 'with as many running tasks as desired',
        },
      },
      fargate: {
        yes: { filters: [equal('Launch type', 'FARGATE')], after: 'on Fargate' },
        no: { filters: [notEqual('Launch type', 'FARGATE')], after: 'not on Fargate' },
      },
    },
    numbers: { running: { column: 'Running' }, desired: { column: 'Desired' }, pending: { column: 'Pending' } },
    name: 'Service',
    tag: (key, value, isPresent) => {
      const effect = listedTags('tags', ['key', 'value'])(key, value, isPresent);
      return effect === undefined ? undefined : { ...effect, params: { include: ['TAGS'] } };
    },
  },
  {
    key: 'eks-clusters',
    noun: 'EKS clusters',
    phrases: [
      'eks clusters',
      'eks cluster',
      'eks',
      'kubernetes clusters',
      'kubernetes cluster',
      'k8s clusters',
      'k8s cluster',
    ],
    calls: [
      EKS_CLUSTERS,
      call('eks-clusters', 'eks', 'DescribeCluster', {
        forEach: { call: 'eks-cluster-list', path: 'clusters[]', parameter: 'name' },
      }),
    ],
    main: 'eks-clusters',
    regions: 'regional',
    example: 'Which EKS clusters are public?',
    groups: { state: 'Status', version: 'Version' },
    versions: KUBERNETES_VERSIONS,
    states: { column: 'Status', values: EKS_STATES, note: EKS_STATE_NOTES },
    traits: {
      public: {
        yes: {
          filters: [equal('Public endpoint', true)],
          after: 'with a public endpoint',
          note: '"public" is taken as: its API endpoint is public',
        },
        no: {
          filters: [notEqual('Public endpoint', true)],
          after: 'without a public endpoint',
          note: '"private" is taken as: its API endpoint is not public',
        },
      },
      encrypted: {
        yes: {
          columns: [{ name: 'Encrypted resources', path: 'encryptionConfig[].resources[]' }],
          filters: [present('Encrypted resources')],
          before: 'encrypted',
          note: '"encrypted" is taken as: envelope encryption with a key of the customer',
        },
        no: {
          columns: [{ name: 'Encrypted resources', path: 'encryptionConfig[].resources[]' }],
          filters: [empty('Encrypted resources')],
          before: 'unencrypted',
          note: '"encrypted" is taken as: envelope encryption with a key of the customer',
        },
      },
    },
    name: 'Cluster',
    tag: mappedTags('tags'),
  },
  {
    key: 'eks-node-groups',
    noun: 'EKS node groups',
    phrases: ['eks node groups', 'eks nodegroups', 'node groups', 'nodegroups', 'eks node group'],
    calls: [
      EKS_CLUSTERS,
      call('eks-node-group-list', 'eks', 'ListNodegroups', {
        forEach: { call: 'eks-cluster-list', path: 'clusters[]', parameter: 'clusterName' },
      }),
      call('eks-node-groups', 'eks', 'DescribeNodegroup', {
        forEach: {
          call: 'eks-node-group-list',
          path: 'nodegroups[]',
          parameter: 'nodegroupName',
          carry: ['clusterName'],
        },
      }),
    ],
    main: 'eks-node-groups',
    regions: 'regional',
    example: 'List EKS node groups',
    groups: { state: 'Status', version: 'Version', cluster: 'Cluster' },
    versions: KUBERNETES_VERSIONS,
    states: { column: 'Status', values: EKS_STATES, note: EKS_STATE_NOTES },
    name: 'Node group',
    tag: mappedTags('tags'),
  },
];
