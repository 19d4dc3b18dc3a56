import type { ServiceDefinition } from '../definition.js';

/** EC2: what can be asked and what is refused (botocore 1.43, IAM data 2026-09-26). */
export const ec2Service: ServiceDefinition = {
  service: 'ec2',
  label: 'EC2',
  iamPrefix: 'ec2',
  global: false,
  searchWords: [
    'virtual',
    'machine',
    'instance',
    'server',
    'vpc',
    'subnet',
    'network',
    'security',
    'group',
    'volume',
    'disk',
    'elastic',
    'ip',
    'nat',
    'gateway',
    'image',
    'ami',
  ],
  operations: {
    DescribeInstances: {
      access: 'List',
      parameters:
        'InstanceIds:string[] IncludeManagedResources:boolean DryRun:boolean Filters:object[] NextToken:string MaxResults:integer',
      pages: ['NextToken', 'NextToken', 'MaxResults'],
      items: 'Reservations[].Instances[]',
      columns:
        'Instance ID=InstanceId; Name=Tags[Key=Name].Value; Type=InstanceType; State=State.Name; Private IP=PrivateIpAddress; Public IP=PublicIpAddress; Launched=LaunchTime',
    },
    DescribeInstanceStatus: {
      access: 'List',
      parameters:
        'InstanceIds:string[] MaxResults:integer NextToken:string IncludeManagedResources:boolean DryRun:boolean Filters:object[] IncludeAllInstances:boolean',
      pages: ['NextToken', 'NextToken', 'MaxResults'],
      items: 'InstanceStatuses[]',
      columns:
        'Instance ID=InstanceId; Zone=AvailabilityZone; State=InstanceState.Name; Instance status=InstanceStatus.Status; System status=SystemStatus.Status',
    },
    DescribeInstanceAttribute: {
      access: 'List',
      parameters: 'DryRun:boolean InstanceId!:string Attribute!:string',
      items: '',
      columns: 'Instance ID=InstanceId; Type=InstanceType.Value; Termination protection=DisableApiTermination.Value',
      secretFields: ['UserData'],
    },
    DescribeInstanceTypes: {
      access: 'List',
      parameters:
        'DryRun:boolean InstanceTypes:string[] Filters:object[] MaxResults:integer NextToken:string IncludeUnsupportedInRegion:boolean',
      pages: ['NextToken', 'NextToken', 'MaxResults'],
      items: 'InstanceTypes[]',
      columns:
        'Type=InstanceType; vCPUs=VCpuInfo.DefaultVCpus; Memory MiB=MemoryInfo.SizeInMiB; Current generation=CurrentGeneration',
    },
    DescribeRegions: {
      access: 'List',
      parameters: 'RegionNames:string[] AllRegions:boolean DryRun:boolean Filters:object[]',
      items: 'Regions[]',
      columns: 'Region name=RegionName; Opt-in status=OptInStatus',
      global: true,
    },
    DescribeAvailabilityZones: {
      access: 'List',
      parameters: 'ZoneNames:string[] ZoneIds:string[] AllAvailabilityZones:boolean DryRun:boolean Filters:object[]',
      items: 'AvailabilityZones[]',
      columns: 'Zone=ZoneName; Zone ID=ZoneId; State=State',
    },
    DescribeVpcs: {
      access: 'List',
      parameters: 'Filters:object[] VpcIds:string[] NextToken:string MaxResults:integer DryRun:boolean',
      pages: ['NextToken', 'NextToken', 'MaxResults'],
      items: 'Vpcs[]',
      columns: 'VPC ID=VpcId; Name=Tags[Key=Name].Value; CIDR=CidrBlock; State=State; Default=IsDefault',
    },
    DescribeSubnets: {
      access: 'List',
      parameters: 'Filters:object[] SubnetIds:string[] NextToken:string MaxResults:integer DryRun:boolean',
      pages: ['NextToken', 'NextToken', 'MaxResults'],
      items: 'Subnets[]',
      columns:
        'Subnet ID=SubnetId; Name=Tags[Key=Name].Value; VPC ID=VpcId; CIDR=CidrBlock; Zone=AvailabilityZone; State=State; Assigns public IPs=MapPublicIpOnLaunch; Free IPs=AvailableIpAddressCount',
    },
    DescribeSecurityGroups: {
      access: 'List',
      parameters:
        'GroupIds:string[] GroupNames:string[] NextToken:string MaxResults:integer DryRun:boolean Filters:object[]',
      pages: ['NextToken', 'NextToken', 'MaxResults'],
      items: 'SecurityGroups[]',
      columns: 'Group ID=GroupId; Group=GroupName; VPC ID=VpcId; Description=Description',
    },
    DescribeVolumes: {
      access: 'List',
      parameters:
        'VolumeIds:string[] IncludeManagedResources:boolean DryRun:boolean Filters:object[] NextToken:string MaxResults:integer',
      pages: ['NextToken', 'NextToken', 'MaxResults'],
      items: 'Volumes[]',
      columns:
        'Volume ID=VolumeId; Name=Tags[Key=Name].Value; Type=VolumeType; Size GiB=Size; State=State; Encrypted=Encrypted; Attached to=Attachments[].InstanceId',
    },
    DescribeSnapshots: {
      access: 'List',
      parameters:
        'MaxResults:integer NextToken:string OwnerIds:string[] RestorableByUserIds:string[] SnapshotIds:string[] DryRun:boolean Filters:object[]',
      pages: ['NextToken', 'NextToken', 'MaxResults'],
      items: 'Snapshots[]',
      columns:
        'Snapshot ID=SnapshotId; Name=Tags[Key=Name].Value; Volume ID=VolumeId; Size GiB=VolumeSize; State=State; Encrypted=Encrypted; Started=StartTime',
      defaults: { OwnerIds: ['self'] },
      defaultsNote:
        "OwnerIds is set to ['self']: without it EC2 lists every public snapshot. Give OwnerIds to ask for others.",
    },
    DescribeImages: {
      access: 'List',
      parameters:
        'ExecutableUsers:string[] ImageIds:string[] Owners:string[] IncludeDeprecated:boolean IncludeDisabled:boolean MaxResults:integer NextToken:string DryRun:boolean Filters:object[]',
      pages: ['NextToken', 'NextToken', 'MaxResults'],
      items: 'Images[]',
      columns: 'Image ID=ImageId; Name=Name; State=State; Public=Public; Created=CreationDate',
      defaults: { Owners: ['self'] },
      defaultsNote:
        "Owners is set to ['self']: without it EC2 lists every public image. Give Owners to ask for others.",
    },
    DescribeAddresses: {
      access: 'List',
      parameters: 'PublicIps:string[] DryRun:boolean Filters:object[] AllocationIds:string[]',
      items: 'Addresses[]',
      columns:
        'Public IP=PublicIp; Name=Tags[Key=Name].Value; Allocation ID=AllocationId; Instance ID=InstanceId; Network interface=NetworkInterfaceId',
    },
    DescribeNatGateways: {
      access: 'List',
      parameters: 'DryRun:boolean Filter:object[] MaxResults:integer NatGatewayIds:string[] NextToken:string',
      pages: ['NextToken', 'NextToken', 'MaxResults'],
      items: 'NatGateways[]',
      columns: 'NAT gateway ID=NatGatewayId; Name=Tags[Key=Name].Value; VPC ID=VpcId; Subnet ID=SubnetId; State=State',
    },
    DescribeInternetGateways: {
      access: 'List',
      parameters: 'NextToken:string MaxResults:integer DryRun:boolean InternetGatewayIds:string[] Filters:object[]',
      pages: ['NextToken', 'NextToken', 'MaxResults'],
      items: 'InternetGateways[]',
      columns: 'Internet gateway ID=InternetGatewayId; Name=Tags[Key=Name].Value; Attached to=Attachments[].VpcId',
    },
    DescribeRouteTables: {
      access: 'List',
      parameters: 'NextToken:string MaxResults:integer DryRun:boolean RouteTableIds:string[] Filters:object[]',
      pages: ['NextToken', 'NextToken', 'MaxResults'],
      items: 'RouteTables[]',
      columns: 'Route table ID=RouteTableId; Name=Tags[Key=Name].Value; VPC ID=VpcId; Subnets=Associations[].SubnetId',
    },
    DescribeNetworkAcls: {
      access: 'List',
      parameters: 'NextToken:string MaxResults:integer DryRun:boolean NetworkAclIds:string[] Filters:object[]',
      pages: ['NextToken', 'NextToken', 'MaxResults'],
      items: 'NetworkAcls[]',
      columns: 'Network ACL ID=NetworkAclId; Name=Tags[Key=Name].Value; VPC ID=VpcId; Default=IsDefault',
    },
    DescribeNetworkInterfaces: {
      access: 'List',
      parameters:
        'NextToken:string MaxResults:integer IncludeManagedResources:boolean DryRun:boolean NetworkInterfaceIds:string[] Filters:object[]',
      pages: ['NextToken', 'NextToken', 'MaxResults'],
      items: 'NetworkInterfaces[]',
      columns:
        'Network interface ID=NetworkInterfaceId; VPC ID=VpcId; Subnet ID=SubnetId; Status=Status; Private IP=PrivateIpAddress; Public IP=Association.PublicIp; Description=Description',
    },
    DescribeVpcEndpoints: {
      access: 'List',
      parameters: 'DryRun:boolean VpcEndpointIds:string[] Filters:object[] MaxResults:integer NextToken:string',
      pages: ['NextToken', 'NextToken', 'MaxResults'],
      items: 'VpcEndpoints[]',
      columns: 'Endpoint ID=VpcEndpointId; VPC ID=VpcId; Service=ServiceName; Type=VpcEndpointType; State=State',
    },
    DescribeVpcPeeringConnections: {
      access: 'List',
      parameters:
        'NextToken:string MaxResults:integer DryRun:boolean VpcPeeringConnectionIds:string[] Filters:object[]',
      pages: ['NextToken', 'NextToken', 'MaxResults'],
      items: 'VpcPeeringConnections[]',
      columns:
        'Peering ID=VpcPeeringConnectionId; Requester VPC=RequesterVpcInfo.VpcId; Accepter VPC=AccepterVpcInfo.VpcId; State=Status.Code',
    },
    DescribeFlowLogs: {
      access: 'List',
      parameters: 'DryRun:boolean Filter:object[] FlowLogIds:string[] MaxResults:integer NextToken:string',
      pages: ['NextToken', 'NextToken', 'MaxResults'],
      items: 'FlowLogs[]',
      columns: 'Flow log ID=FlowLogId; Resource=ResourceId; State=FlowLogStatus; Destination=LogDestination',
    },
    DescribeKeyPairs: {
      access: 'List',
      parameters: 'KeyNames:string[] KeyPairIds:string[] IncludePublicKey:boolean DryRun:boolean Filters:object[]',
      items: 'KeyPairs[]',
      columns: 'Key pair ID=KeyPairId; Key name=KeyName; Type=KeyType; Created=CreateTime',
    },
    DescribeLaunchTemplates: {
      access: 'List',
      parameters:
        'DryRun:boolean LaunchTemplateIds:string[] LaunchTemplateNames:string[] Filters:object[] NextToken:string MaxResults:integer IncludeManagedResources:boolean',
      pages: ['NextToken', 'NextToken', 'MaxResults'],
      items: 'LaunchTemplates[]',
      columns:
        'Template ID=LaunchTemplateId; Template=LaunchTemplateName; Latest version=LatestVersionNumber; Created=CreateTime',
    },
    DescribeLaunchTemplateVersions: {
      access: 'List',
      parameters:
        'DryRun:boolean LaunchTemplateId:string LaunchTemplateName:string Versions:string[] MinVersion:string MaxVersion:string NextToken:string MaxResults:integer Filters:object[] ResolveAlias:boolean IncludeManagedResources:boolean',
      pages: ['NextToken', 'NextToken', 'MaxResults'],
      items: 'LaunchTemplateVersions[]',
      columns:
        'Template ID=LaunchTemplateId; Template=LaunchTemplateName; Version=VersionNumber; Type=LaunchTemplateData.InstanceType',
      secretFields: ['LaunchTemplateData.UserData'],
    },
    DescribeReservedInstances: {
      access: 'List',
      parameters:
        'OfferingClass:string ReservedInstancesIds:string[] DryRun:boolean Filters:object[] OfferingType:string',
      items: 'ReservedInstances[]',
      columns: 'Reservation ID=ReservedInstancesId; Type=InstanceType; Count=InstanceCount; State=State; Ends=End',
    },
    DescribeVpnConnections: {
      access: 'List',
      parameters: 'Filters:object[] VpnConnectionIds:string[] DryRun:boolean',
      items: 'VpnConnections[]',
      columns: 'VPN ID=VpnConnectionId; Name=Tags[Key=Name].Value; State=State; Type=Type',
      secretFields: ['CustomerGatewayConfiguration', 'Options.TunnelOptions[].PreSharedKey'],
    },
    DescribeTags: {
      access: 'List',
      parameters: 'DryRun:boolean Filters:object[] MaxResults:integer NextToken:string',
      pages: ['NextToken', 'NextToken', 'MaxResults'],
      items: 'Tags[]',
      columns: 'Resource=ResourceId; Resource type=ResourceType; Key=Key; Value=Value',
    },
    GetEbsEncryptionByDefault: {
      access: 'Read',
      parameters: 'DryRun:boolean',
      items: '',
      columns: 'Encryption by default=EbsEncryptionByDefault',
    },
  },
  others: {
    Write:
      'RunInstances StartInstances StopInstances RebootInstances TerminateInstances ModifyInstanceAttribute CreateVolume DeleteVolume AttachVolume DetachVolume ModifyVolume CreateSnapshot DeleteSnapshot CreateImage DeregisterImage CreateVpc DeleteVpc CreateSubnet DeleteSubnet CreateSecurityGroup DeleteSecurityGroup AuthorizeSecurityGroupIngress AuthorizeSecurityGroupEgress RevokeSecurityGroupIngress RevokeSecurityGroupEgress AllocateAddress AssociateAddress ReleaseAddress CreateNatGateway DeleteNatGateway CreateKeyPair DeleteKeyPair EnableEbsEncryptionByDefault DisableEbsEncryptionByDefault',
    'Tagging, Write': 'CreateTags DeleteTags',
    Read: 'GetPasswordData GetConsoleOutput GetConsoleScreenshot GetLaunchTemplateData',
  },
};
