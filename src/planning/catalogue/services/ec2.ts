import type { ServiceOverlay } from '../overlay.js';

/** EC2: what a person wants to see, and what botocore's models do not say. */
export const ec2Service: ServiceOverlay = {
  service: 'ec2',
  operations: {
    DescribeInstances: {
      columns:
        'Instance ID=InstanceId; Name=Tags[Key=Name].Value; Type=InstanceType; State=State.Name; Private IP=PrivateIpAddress; Public IP=PublicIpAddress; Launched=LaunchTime',
    },
    DescribeInstanceStatus: {
      columns:
        'Instance ID=InstanceId; Zone=AvailabilityZone; State=InstanceState.Name; Instance status=InstanceStatus.Status; System status=SystemStatus.Status',
    },
    DescribeInstanceAttribute: {
      columns: 'Instance ID=InstanceId; Type=InstanceType.Value; Termination protection=DisableApiTermination.Value',
      secretFields: ['UserData'],
    },
    DescribeInstanceTypes: {
      columns:
        'Type=InstanceType; vCPUs=VCpuInfo.DefaultVCpus; Memory MiB=MemoryInfo.SizeInMiB; Current generation=CurrentGeneration',
    },
    DescribeRegions: { columns: 'Region name=RegionName; Opt-in status=OptInStatus', global: true },
    DescribeAvailabilityZones: { columns: 'Zone=ZoneName; Zone ID=ZoneId; State=State' },
    DescribeVpcs: {
      columns: 'VPC ID=VpcId; Name=Tags[Key=Name].Value; CIDR=CidrBlock; State=State; Default=IsDefault',
    },
    DescribeSubnets: {
      columns:
        'Subnet ID=SubnetId; Name=Tags[Key=Name].Value; VPC ID=VpcId; CIDR=CidrBlock; Zone=AvailabilityZone; State=State; Assigns public IPs=MapPublicIpOnLaunch; Free IPs=AvailableIpAddressCount',
    },
    DescribeSecurityGroups: { columns: 'Group ID=GroupId; Group=GroupName; VPC ID=VpcId; Description=Description' },
    DescribeVolumes: {
      columns:
        'Volume ID=VolumeId; Name=Tags[Key=Name].Value; Type=VolumeType; Size GiB=Size; State=State; Encrypted=Encrypted; Attached to=Attachments[].InstanceId',
    },
    DescribeSnapshots: {
      columns:
        'Snapshot ID=SnapshotId; Name=Tags[Key=Name].Value; Volume ID=VolumeId; Size GiB=VolumeSize; State=State; Encrypted=Encrypted; Started=StartTime',
      defaults: { OwnerIds: ['self'] },
      defaultsNote:
        "OwnerIds is set to ['self']: without it EC2 lists every public snapshot. Give OwnerIds to ask for others.",
    },
    DescribeImages: {
      columns: 'Image ID=ImageId; Name=Name; State=State; Public=Public; Created=CreationDate',
      defaults: { Owners: ['self'] },
      defaultsNote:
        "Owners is set to ['self']: without it EC2 lists every public image. Give Owners to ask for others.",
    },
    DescribeAddresses: {
      columns:
        'Public IP=PublicIp; Name=Tags[Key=Name].Value; Allocation ID=AllocationId; Instance ID=InstanceId; Network interface=NetworkInterfaceId',
    },
    DescribeNatGateways: {
      columns: 'NAT gateway ID=NatGatewayId; Name=Tags[Key=Name].Value; VPC ID=VpcId; Subnet ID=SubnetId; State=State',
    },
    DescribeInternetGateways: {
      columns: 'Internet gateway ID=InternetGatewayId; Name=Tags[Key=Name].Value; Attached to=Attachments[].VpcId',
    },
    DescribeRouteTables: {
      columns: 'Route table ID=RouteTableId; Name=Tags[Key=Name].Value; VPC ID=VpcId; Subnets=Associations[].SubnetId',
    },
    DescribeNetworkAcls: {
      columns: 'Network ACL ID=NetworkAclId; Name=Tags[Key=Name].Value; VPC ID=VpcId; Default=IsDefault',
    },
    DescribeNetworkInterfaces: {
      columns:
        'Network interface ID=NetworkInterfaceId; VPC ID=VpcId; Subnet ID=SubnetId; Status=Status; Private IP=PrivateIpAddress; Public IP=Association.PublicIp; Description=Description',
    },
    DescribeVpcEndpoints: {
      columns: 'Endpoint ID=VpcEndpointId; VPC ID=VpcId; Service=ServiceName; Type=VpcEndpointType; State=State',
    },
    DescribeVpcPeeringConnections: {
      columns:
        'Peering ID=VpcPeeringConnectionId; Requester VPC=RequesterVpcInfo.VpcId; Accepter VPC=AccepterVpcInfo.VpcId; State=Status.Code',
    },
    DescribeFlowLogs: {
      columns: 'Flow log ID=FlowLogId; Resource=ResourceId; State=FlowLogStatus; Destination=LogDestination',
    },
    DescribeKeyPairs: { columns: 'Key pair ID=KeyPairId; Key name=KeyName; Type=KeyType; Created=CreateTime' },
    DescribeLaunchTemplates: {
      columns:
        'Template ID=LaunchTemplateId; Template=LaunchTemplateName; Latest version=LatestVersionNumber; Created=CreateTime',
    },
    DescribeLaunchTemplateVersions: {
      columns:
        'Template ID=LaunchTemplateId; Template=LaunchTemplateName; Version=VersionNumber; Type=LaunchTemplateData.InstanceType',
      secretFields: ['LaunchTemplateData.UserData'],
    },
    DescribeReservedInstances: {
      columns: 'Reservation ID=ReservedInstancesId; Type=InstanceType; Count=InstanceCount; State=State; Ends=End',
    },
    DescribeVpnConnections: {
      columns: 'VPN ID=VpnConnectionId; Name=Tags[Key=Name].Value; State=State; Type=Type',
      secretFields: ['CustomerGatewayConfiguration', 'Options.TunnelOptions[].PreSharedKey'],
    },
    DescribeTags: { columns: 'Resource=ResourceId; Resource type=ResourceType; Key=Key; Value=Value' },
    GetEbsEncryptionByDefault: { columns: 'Encryption by default=EbsEncryptionByDefault' },
  },
};
