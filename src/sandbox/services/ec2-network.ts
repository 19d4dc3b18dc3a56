import type { JsonObject } from '../../domain/json.js';
import type { Subnet, Volume, Vpc } from '../organization/model.js';
import { applyFilters, checkFilterNames, tagFilterValues, type FilterValues } from './ec2-filters.js';
import { ec2Page, refuseMissing } from './ec2-paging.js';
import { nextPage } from './paging.js';
import { tagList, type CallContext } from './service.js';

/** How one kind of EC2 resource is asked for: by id, by filter, by page. */
export interface Kind<T> {
  readonly idsParameter: string;
  readonly idOf: (item: T) => string;
  readonly words: Parameters<typeof refuseMissing>[2];
  readonly filters: Readonly<Record<string, (item: T) => string | null>>;
  readonly tags: (item: T) => Readonly<Record<string, string>>;
}

/** Those that a request asks for. */
export function select<T>(context: CallContext, kind: Kind<T>, all: readonly T[]): readonly T[] {
  const ids = context.params.texts(kind.idsParameter);
  refuseMissing(ids, new Set(all.map(kind.idOf)), kind.words);
  const chosen = ids === undefined ? all : all.filter((item) => ids.includes(kind.idOf(item)));
  const filters = context.params.list('Filters');
  checkFilterNames(filters, [...Object.keys(kind.filters), 'tag:', 'tag-key']);
  const values: FilterValues<T> = (item, name) => {
    const read = kind.filters[name];
    return read === undefined ? tagFilterValues(kind.tags(item), name) : [read(item)];
  };
  return applyFilters(chosen, filters, values);
}

const nameTag = (item: { readonly name: string | null }): Readonly<Record<string, string>> =>
  item.name === null ? {} : { Name: item.name };

const VPCS: Kind<Vpc> = {
  idsParameter: 'VpcIds',
  idOf: (vpc) => vpc.id,
  words: { code: 'InvalidVpcID.NotFound', noun: 'vpc ID', prefix: 'vpc-', malformed: 'InvalidVpcId.Malformed' },
  filters: {
    'vpc-id': (vpc) => vpc.id,
    'cidr-block-association.cidr-block': (vpc) => vpc.cidr,
    cidr: (vpc) => vpc.cidr,
    'is-default': (vpc) => String(vpc.isDefault),
    isDefault: (vpc) => String(vpc.isDefault),
    state: () => 'available',
  },
  tags: nameTag,
};

export function describeVpcs(context: CallContext): JsonObject {
  const { items, next } = ec2Page(context, select(context, VPCS, context.regional.vpcs), 5);
  return {
    Vpcs: items.map((vpc) => ({
      VpcId: vpc.id,
      OwnerId: context.account.id,
      State: 'available',
      CidrBlock: vpc.cidr,
      CidrBlockAssociationSet: [
        {
          AssociationId: `vpc-cidr-assoc-${vpc.id.slice('vpc-'.length)}`,
          CidrBlock: vpc.cidr,
          CidrBlockState: { State: 'associated' },
        },
      ],
      DhcpOptionsId: `dopt-${vpc.id.slice('vpc-'.length)}`,
      InstanceTenancy: 'default',
      IsDefault: vpc.isDefault,
      ...(vpc.name === null ? {} : { Tags: tagList(nameTag(vpc)) }),
    })),
    ...nextPage('NextToken', next),
  };
}

const SUBNETS: Kind<Subnet> = {
  idsParameter: 'SubnetIds',
  idOf: (subnet) => subnet.id,
  words: {
    code: 'InvalidSubnetID.NotFound',
    noun: 'subnet ID',
    prefix: 'subnet-',
    malformed: 'InvalidSubnetID.Malformed',
  },
  filters: {
    'subnet-id': (subnet) => subnet.id,
    'vpc-id': (subnet) => subnet.vpcId,
    'availability-zone': (subnet) => subnet.availabilityZone,
    'cidr-block': (subnet) => subnet.cidr,
    'default-for-az': (subnet) => String(subnet.isDefault),
    'map-public-ip-on-launch': (subnet) => String(subnet.isPublic),
    state: () => 'available',
  },
  tags: nameTag,
};

export function describeSubnets(context: CallContext): JsonObject {
  const { items, next } = ec2Page(context, select(context, SUBNETS, context.regional.subnets), 5);
  return {
    Subnets: items.map((subnet) => ({
      SubnetId: subnet.id,
      SubnetArn: `arn:aws:ec2:${context.region}:${context.account.id}:subnet/${subnet.id}`,
      VpcId: subnet.vpcId,
      OwnerId: context.account.id,
      State: 'available',
      CidrBlock: subnet.cidr,
      AvailabilityZone: subnet.availabilityZone,
      AvailableIpAddressCount: 4091,
      DefaultForAz: subnet.isDefault,
      MapPublicIpOnLaunch: subnet.isPublic,
      AssignIpv6AddressOnCreation: false,
      Ipv6CidrBlockAssociationSet: [],
      ...(subnet.name === null ? {} : { Tags: tagList(nameTag(subnet)) }),
    })),
    ...nextPage('NextToken', next),
  };
}

const VOLUMES: Kind<Volume> = {
  idsParameter: 'VolumeIds',
  idOf: (volume) => volume.id,
  words: {
    code: 'InvalidVolume.NotFound',
    noun: 'volume',
    prefix: 'vol-',
    malformed: 'InvalidParameterValue',
  },
  filters: {
    'volume-id': (volume) => volume.id,
    'attachment.instance-id': (volume) => volume.attachedTo,
    'availability-zone': (volume) => volume.availabilityZone,
    encrypted: (volume) => String(volume.encrypted),
    size: (volume) => String(volume.sizeGiB),
    status: (volume) => (volume.attachedTo === null ? 'available' : 'in-use'),
    'volume-type': (volume) => volume.type,
  },
  tags: nameTag,
};

export function describeVolumes(context: CallContext): JsonObject {
  const { items, next } = ec2Page(context, select(context, VOLUMES, context.regional.volumes), 5);
  return {
    Volumes: items.map((volume) => ({
      VolumeId: volume.id,
      Size: volume.sizeGiB,
      VolumeType: volume.type,
      State: volume.attachedTo === null ? 'available' : 'in-use',
      Encrypted: volume.encrypted,
      AvailabilityZone: volume.availabilityZone,
      CreateTime: volume.createdAt,
      SnapshotId: '',
      MultiAttachEnabled: false,
      ...(volume.type === 'io2' ? { Iops: 4000 } : { Iops: 3000 }),
      ...(volume.type === 'gp3' ? { Throughput: 125 } : {}),
      ...(volume.encrypted
        ? { KmsKeyId: `arn:aws:kms:${context.region}:${context.account.id}:key/00000000-0000-4000-8000-000000000001` }
        : {}),
      Attachments:
        volume.attachedTo === null
          ? []
          : [
              {
                AttachTime: volume.createdAt,
                DeleteOnTermination: volume.device === '/dev/xvda',
                Device: volume.device,
                InstanceId: volume.attachedTo,
                State: 'attached',
                VolumeId: volume.id,
              },
            ],
      ...(volume.name === null ? {} : { Tags: tagList(nameTag(volume)) }),
    })),
    ...nextPage('NextToken', next),
  };
}
