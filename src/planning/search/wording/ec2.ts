import type { ServiceWording } from './wording.js';

/** Amazon EC2: servers, their disks and images, and the networks around them. */
export const EC2_WORDING: readonly ServiceWording[] = [
  {
    service: 'ec2',
    called:
      'ec2; elastic compute cloud; ebs; elastic block store; vpc; virtual private cloud; servers; virtual machines; vms; boxes; hosts; instances; machines; disks; volumes; amis; subnets; security groups; firewall rules; route tables; nat gateways; elastic ips; enis; transit gateway; tgw; vpn; vpc endpoints; privatelink; peering; flow logs; spot; reserved instances; launch templates; key pairs; ipam; regions; availability zones; machine images; disk snapshots; ebs snapshots',
    operations: {
      DescribeInstances:
        'servers; boxes; virtual machines; vms; machines; hosts we run; what instances are running; stopped instances; instances stopped for months; stopped but still paid for; terminated instances; instances of type t2 or m4; old generation instance types; graviton and x86 machines; windows servers; linux servers; instances without imdsv2; imdsv1 still allowed; metadata service http tokens optional; hop limit; instances with a public ip; private ip of a server; which server has this ip; instances without an iam role or instance profile; instances in a subnet or vpc; launched from this ami; launch time and age; longest running instances; instances without a name tag; untagged machines; spot instances running; number of instances per type; instances using a key pair; detailed monitoring off; ebs optimized; hibernation; dedicated tenancy; who launched with which security group; bastion hosts; jump boxes; gpu instances; state transition reason; why was the instance stopped; security groups attached to instances; instances with the default security group; placement group of an instance; license of instances; internet facing instances; publicly accessible servers; instances older than a year; enclave enabled instances; instances with no key pair; instances in each availability zone; number of servers per vpc; powered off servers; servers switched off; forgotten machines; machines left running; servers by team; what is running in this account; kernel or platform of a server; cpu architecture of servers; arm or intel machines; ipv6 addresses of servers; source destination check off on servers; ec2 classic leftovers; tpm support; auto recovery of instances; instances on an outpost; instances using a capacity reservation; instances from the marketplace; managed instances; inventory of compute by family and size; count instances by type; hardware of previous generations; uptime of machines; servers up the longest; servers exposed to the outside; metadata service open to ssrf; root device of servers; virtualization type; instances launched today; new servers this week',
      DescribeInstanceStatus:
        'status checks; failed status checks; failing health checks of instances; impaired instances; system check failed; instance reachability; unhealthy servers; degraded hardware; scheduled events; scheduled reboot; scheduled maintenance of instances; instance retirement; retiring instances; which machines will aws reboot; aws planned maintenance on servers',
      DescribeInstanceAttribute:
        'termination protection; is termination protection on for one instance; stop protection; shutdown behavior; instance initiated shutdown terminates or stops; source destination check of one instance; one setting of one instance; sriov and ena support of one instance; termination protection of an instance; protection against accidental termination',
      DescribeInstanceTypes:
        'vcpus and memory of an instance type; how much ram does m5.large have; specs of an instance size; hardware specification; gpu count of an instance type; network bandwidth of an instance type; which instance types support arm; nitro based types; instance types with local nvme; burstable types; max network interfaces per type; pods per node ip limit; free tier eligible types',
      DescribeInstanceTypeOfferings:
        'is this instance type available in the region; instance types offered in a zone; which az has p4d; where can we launch this size; availability of an instance type by availability zone; can we get gpu instances in this zone; instance types we can launch here; instance type sold in this az',
      GetInstanceTypesFromInstanceRequirements:
        'instance types that match requirements; attribute based instance selection; which types fit vcpu and memory range',
      DescribeInstanceCreditSpecifications:
        'cpu credits mode; unlimited mode; t2 t3 unlimited or standard; burstable credit option; burst credits setting of instances',
      GetDefaultCreditSpecification: 'default credit mode of a burstable family; t3 default unlimited',
      DescribeInstanceImageMetadata:
        'which ami do the running instances use; instances on deprecated amis; age of the image behind each instance; image name and owner of running machines; machines launched from old images',
      DescribeInstanceEventWindows:
        'event windows; maintenance windows for instances; allowed time for scheduled reboots; custom reboot window',
      DescribeInstanceEventNotificationAttributes: 'tags shown in scheduled event notifications',
      DescribeInstanceTopology: 'physical closeness of instances; network node topology; hpc placement of machines',
      DescribeInstanceConnectEndpoints:
        'eice; instance connect endpoint; ssh without a public ip endpoint; browser ssh endpoints; private ssh entry point into a vpc',
      GetInstanceMetadataDefaults:
        'account default for imdsv2; is imdsv2 the default for new instances; account level metadata defaults; default hop limit',
      GetSerialConsoleAccessStatus: 'serial console enabled; is serial console access allowed in the account',
      DescribeIamInstanceProfileAssociations:
        'which instance profile is attached to which instance; iam roles on servers; instances using this role; profile attachments; role associations of machines',
      DescribeTags:
        'tags on ec2 resources; all tag values of a tag key; resources with tag env prod in ec2; which volumes and instances carry this tag; tag keys in use for machines and disks; owner tag of instances',
      DescribeKeyPairs:
        'ssh keys; ssh key pairs; keypairs; login keys for linux boxes; key fingerprint; rsa or ed25519 keys; old ssh keys; unused key pairs; when was the ssh key created',
      DescribePlacementGroups: 'placement groups; cluster, spread or partition placement; placement strategy',
      DescribeHosts:
        'dedicated hosts; capacity left on dedicated hosts; bare physical servers; host utilization; byol hosts',
      DescribeHostReservations: 'reservations bought for dedicated hosts; host reservation end date',
      DescribeMacHosts: 'mac instances hosts; mac mini dedicated hosts; macos versions supported on hosts',
      DescribeRegions:
        'regions; which regions are enabled; opted in regions; disabled regions; opt in status; what regions can we use; list of aws regions',
      DescribeAvailabilityZones:
        'availability zones; azs; zones in a region; zone ids; az id mapping; local zones; wavelength zones; which zone is use1-az1; impaired zone state',
      DescribeAccountAttributes:
        'default vpc id of the account; ec2 account limits; max elastic ips attribute; supported platforms classic; account wide ec2 attributes',
      DescribeVolumes:
        'disks; drives; ebs volumes; block storage; hard drives; unattached volumes; orphaned disks; available volumes not in use; detached disks we still pay for; unencrypted volumes; volumes not encrypted; gp2 volumes; gp2 to gp3 migration candidates; io1 and io2 volumes; magnetic volumes; provisioned iops; throughput of volumes; volume size; largest disks; total gigabytes of block storage; which instance uses this volume; delete on termination; volumes without snapshot id; kms key of a volume; volumes in a zone; storage cost of disks; multi attach volumes; root volumes; disk attached since; volumes encrypted with a customer managed kms key; volumes attached to stopped instances; volumes attached to an instance; iops and throughput of disks; leftover disks; disks nobody uses; disks not mounted anywhere; forgotten volumes; total block storage provisioned; device name of a volume; ebs cost candidates; convert gp2 to gp3; volumes created from a snapshot; largest unattached volumes',
      DescribeVolumeStatus:
        'impaired volumes; volume health; degraded io performance; disks with problems; volume status checks; io disabled; auto enabled io',
      DescribeVolumesModifications:
        'volumes being resized; progress of a disk resize; volume modification optimizing; disk type change history; when was the volume grown; stuck volume modification',
      DescribeVolumeAttribute: 'auto enable io of one volume; product codes of one volume',
      ListVolumesInRecycleBin: 'deleted volumes that can be restored; volumes in the recycle bin',
      GetEbsEncryptionByDefault:
        'is ebs encryption on by default; are new volumes encrypted automatically; default disk encryption in a region; encryption by default setting; accounts without default ebs encryption; do new volumes get encrypted by themselves; new disks encrypted without asking',
      GetEbsDefaultKmsKeyId: 'default kms key for ebs encryption; which key encrypts new disks',
      DescribeSnapshots:
        'disk snapshots; ebs snapshots; volume backups; old snapshots; snapshots older than 90 days; orphaned snapshots; snapshots whose volume is gone; unencrypted snapshots; snapshot size; snapshot cost; snapshots shared with us; snapshots owned by us; latest snapshot of a volume; volumes with no recent snapshot; snapshot progress pending; archived snapshot storage tier; snapshots created by ami; who owns the snapshot; snapshots encrypted with a customer managed kms key; leftover snapshots; forgotten disk snapshots; snapshots by start time; incomplete or failed snapshots; snapshots in error; snapshot descriptions; snapshots taken today; when was a volume last snapshotted',
      DescribeSnapshotAttribute:
        'who can restore this snapshot; is the snapshot public; accounts a snapshot is shared with; create volume permission of a snapshot; publicly shared snapshots check; share permissions of one snapshot; publicly restorable snapshots; ebs snapshots shared publicly; private or public ebs snapshot',
      DescribeSnapshotTierStatus: 'snapshots in the archive tier; archived snapshots; tiering progress of a snapshot',
      DescribeLockedSnapshots:
        'locked snapshots; snapshot lock; compliance mode snapshots; snapshots that cannot be deleted; worm snapshots',
      DescribeFastSnapshotRestores: 'fast snapshot restore; fsr enabled; snapshots with fast restore that cost money',
      GetSnapshotBlockPublicAccessState:
        'block public access for snapshots; is public sharing of snapshots blocked; account setting against public ebs snapshots',
      ListSnapshotsInRecycleBin:
        'deleted snapshots that can be restored; snapshots in the recycle bin; recover a deleted snapshot',
      DescribeImportSnapshotTasks: 'imports of disk images as snapshots; import snapshot progress; vmdk disk import',
      DescribeReplaceRootVolumeTasks: 'root volume replacements; replace root volume task status',
      DescribeImages:
        'amis; machine images; golden images; server images; our own amis; old amis; amis older than a year; deprecated images; image deprecation date; public amis we own; amis shared with us; unencrypted amis; arm64 images; windows images; latest amazon linux ami; latest ubuntu ami; ami name to id; who owns this ami; image creation date; amis with no imdsv2 support; boot mode uefi; last launched image; unused images; root device of an image; platform and architecture of images; deregistration protection of images; images by creator; virtualization type of images; snapshot behind an ami; images built last month; image state failed',
      DescribeImageAttribute:
        'which accounts may launch this ami; launch permissions of an image; who is the ami shared with; is this ami public; boot mode attribute of one image; last launched time of one image',
      DescribeImageReferences:
        'what uses this ami; where is an image referenced; launch templates and instances using an ami; can we delete this ami; who relies on an ami; what breaks if we remove this ami; is the image still in use',
      DescribeImageUsageReports: 'ami usage reports; reports on which accounts use our images',
      DescribeImageUsageReportEntries: 'which accounts use our ami and how often; usage counts of an image per account',
      GetImageAncestry: 'parent images of an ami; lineage of an image; source ami chain',
      GetImageBlockPublicAccessState:
        'block public access for amis; can images be shared publicly; account setting against public amis',
      GetAllowedImagesSettings:
        'allowed amis; allowed images policy; which image providers are permitted; ami allow list; restricted image owners',
      ListImagesInRecycleBin:
        'deleted amis that can be restored; images in the recycle bin; recover a deregistered ami',
      DescribeImportImageTasks: 'vm import; importing an ova; import of a virtual machine image; vm import progress',
      DescribeExportImageTasks: 'vm export; ami export to s3; image export progress',
      DescribeStoreImageTasks: 'ami stored as s3 object; store image task status',
      DescribeFastLaunchImages:
        'windows fast launch; faster launching windows amis; pre provisioned snapshots for windows',
      DescribeBundleTasks: 'bundling of instance store windows instances; bundle task state',
      DescribeLaunchTemplates:
        'launch templates; instance templates; which launch templates do we have; default version number of a template; latest version number; unused launch templates; templates created by',
      DescribeLaunchTemplateVersions:
        'what is inside a launch template; ami in a launch template; instance type in the template; launch templates without imdsv2; template versions; security groups set by the launch template; templates with outdated ami; template assigns public ip; versions with unencrypted disks; launch templates that use an old ami; templates that still pin an image; metadata options in a launch template; spot options in a template; instance profile in a template; disks in a launch template; tags set by a template; monitoring in a template',
      DescribeReservedInstances:
        'reserved instances; ris; active reservations; reservations about to expire; ri expiration date; expired reservations; what reserved capacity did we buy; ri offering class convertible or standard; ri coverage inventory; upfront payment option of reservations; price paid for reservations; scope of reservations zonal or regional; duration of reservations; when does an ri run out; reservations bought this year',
      DescribeReservedInstancesOfferings:
        'reserved instance prices; ri offers for sale; cost of a one year reservation; three year ri offering',
      DescribeReservedInstancesListings: 'reserved instances we sell on the marketplace; ri marketplace listings',
      DescribeReservedInstancesModifications: 'ri modification requests; reservations split or changed',
      GetReservedInstancesExchangeQuote: 'what would a convertible ri exchange cost; ri exchange quote',
      DescribeCapacityReservations:
        'odcr; on demand capacity reservations; reserved capacity not used; unused capacity reservations; available instance count in a reservation; guaranteed capacity; reservation end date; capacity held in a zone',
      GetCapacityReservationUsage:
        'which accounts use a capacity reservation; instance usage of one capacity reservation',
      DescribeCapacityReservationFleets: 'capacity reservation fleets; fleets of reserved capacity',
      GetGroupsForCapacityReservation: 'resource groups a capacity reservation belongs to',
      DescribeCapacityBlocks: 'capacity blocks for ml; gpu capacity blocks we bought; reserved gpu time',
      DescribeCapacityBlockOfferings:
        'gpu capacity blocks for sale; when can we book p5 capacity; price of a capacity block',
      DescribeCapacityBlockStatus: 'health of capacity blocks; ultraserver capacity status',
      GetCapacityManagerMetricData:
        'capacity manager numbers; unused reservation cost over time; reservation utilization; spot usage trends of the organization',
      DescribeSpotInstanceRequests:
        'spot requests; spot instances requested; interrupted spot instances; spot interruption reason; failed spot requests; open spot requests; spot request status code; marked for termination spot; max price too low; why was my spot server taken away; spot machine reclaimed; spot capacity lost',
      DescribeSpotFleetRequests:
        'spot fleets; spot fleet requests; target capacity of a spot fleet; active spot fleets',
      DescribeSpotFleetInstances: 'instances in a spot fleet; machines running in one spot fleet',
      DescribeSpotFleetRequestHistory:
        'what happened in a spot fleet; spot fleet events and errors; interruptions of a spot fleet in a time range',
      DescribeSpotPriceHistory:
        'spot prices; current spot price; price of spot over time; cheapest zone for spot; how much does spot cost',
      GetSpotPlacementScores: 'likelihood of getting spot capacity; spot placement score; best region for spot',
      DescribeSpotDatafeedSubscription: 'spot data feed; where do spot usage logs go',
      DescribeFleets: 'ec2 fleets; fleet target capacity; on demand and spot mix of a fleet; fleets with errors',
      DescribeFleetInstances: 'running instances of an ec2 fleet; members of one fleet',
      DescribeFleetHistory: 'events of an ec2 fleet; errors of a fleet over time',
      DescribeScheduledInstances: 'scheduled instances purchased; recurring schedule instances',

      DescribeVpcs:
        'vpcs; virtual networks; networks in the account; which networks do we have; cidr blocks; ip ranges; overlapping cidrs; default vpcs; default vpc still exists; accounts with a default vpc; ipv6 vpcs; secondary cidrs; network address space; vpc tenancy; unused vpcs; vpc name tags; which vpc uses 10.0.0.0/16; dhcp options of a vpc; cidr of a vpc; vpcs per region',
      DescribeVpcAttribute:
        'dns hostnames enabled in a vpc; dns support of a vpc; enable dns resolution; network address usage metrics of one vpc; dns settings of one vpc',
      DescribeSubnets:
        'subnets; private subnets; public subnets; subnets running out of ips; free ip addresses; available ip count; ip exhaustion; what is eating our ips; ips left in a subnet; small subnets; subnets that auto assign public ip; map public ip on launch; subnets per availability zone; subnet cidr ranges; shared subnets; ipv6 subnets; nearly full subnets; default subnets; ipv6 only subnets; subnets of a vpc with their zone; outpost subnets; subnets nearly out of addresses; running out of ip space',
      GetSubnetCidrReservations: 'cidr reservations in a subnet; reserved address ranges inside a subnet',
      DescribeSecurityGroups:
        'security groups; firewall; firewall rules of servers; sg; sgs; open to the world; open to the internet; open to 0.0.0.0/0; ssh open to everyone; port 22 open; rdp port 3389 open; database ports exposed; all traffic allowed; ingress rules; inbound and outbound rules; default security group with rules; overly permissive groups; security groups in a vpc; which groups allow this ip; unrestricted egress; group with no rules; unused security groups; groups referencing another group; who can reach port 5432; redis port 6379 open to the public; mongodb port 27017 open to the public; mysql port 3306 open to the public; postgres port 5432 open to the internet; sql server port 1433 open; oracle port 1521 open; elasticsearch port 9200 open to the public; kibana port 5601 open; cassandra port open to the public; hadoop port open to the public; docker port 2375 open; ftp port 21 open to the public; telnet port 23 open; dns port 53 open to the public; ldap port 389 open to the public; smb port 445 open; vnc port open; http port 80 open to the public; kafka port 9092 open; memcached port 11211 open; tcp or udp port open to the public; custom ports open; icmp allowed; firewall that lets the world ssh in; allows everyone in; wide open firewall; who lets the internet in',
      DescribeSecurityGroupRules:
        'single rules of security groups; rule ids; rule descriptions; rules without a description; how many rules; count of rules per group; cidr in a rule; each inbound rule as a row; rules that mention an ip range; rules by prefix list; tags on firewall rules',
      DescribeSecurityGroupReferences: 'which peered vpcs reference my security group; cross vpc references to a group',
      DescribeStaleSecurityGroups:
        'stale security groups; rules that point to deleted peer groups; dangling security group references after peering removed',
      DescribeSecurityGroupVpcAssociations:
        'security groups shared with several vpcs; vpc associations of a security group',
      GetSecurityGroupsForVpc: 'groups usable in a vpc including shared ones; security groups available to one vpc',
      DescribeNetworkAcls:
        'nacls; network acls; subnet firewall; acl rules of a subnet; deny rules; blocked ip at subnet level; which acl is on this subnet; default nacl; acls that allow everything; stateless rules; unused network acls',
      DescribeRouteTables:
        'route tables; routes; default route; routes to the internet gateway; is this subnet public or private; blackhole routes; routes to deleted nat; where does 0.0.0.0/0 go; routing of a subnet; main route table; routes through transit gateway; routes to a peering connection; missing route; which route table does a subnet use; propagated routes; default route of a subnet; where is traffic of a subnet sent; how does a subnet reach the internet; how do packets leave a vpc; path to the internet from a subnet; gateway for outbound traffic; edge associations of a route table',
      DescribeInternetGateways:
        'internet gateways; igw; igws; detached internet gateways; vpcs with internet access; gateways not attached to a vpc',
      DescribeEgressOnlyInternetGateways: 'ipv6 outbound only gateways; egress only igw; eigw',
      DescribeCarrierGateways: 'carrier gateways; wavelength gateways',
      DescribeNatGateways:
        'nat gateways; nats; nat gateway cost; how many nats do we pay for; outbound internet ip of private subnets; nat public ip; failed nat gateways; nat gateway per az; vpcs with only one nat; deleted nat gateways; egress ip addresses to whitelist; idle nat gateways; private nat; regional nat; nat gateways with no traffic; why did a nat gateway fail; private connectivity nat; nat gateways in a vpc; outgoing addresses a partner must whitelist; nat created when',
      DescribeAddresses:
        'elastic ips; eips; static public ips; unassociated elastic ips; unused ips we pay for; idle public addresses; orphaned eips; which instance has this elastic ip; fixed public addresses; allocated but not attached addresses; who owns this public ip; our public ipv4 addresses',
      DescribeAddressesAttribute:
        'reverse dns of an elastic ip; ptr record of an elastic ip; domain name attribute of addresses',
      DescribeAddressTransfers: 'elastic ip transfers between accounts; pending eip transfer',
      DescribeMovingAddresses: 'elastic ips moving to vpc; classic address move status',
      DescribePublicIpv4Pools: 'public ipv4 pools; byoip address pools; pool address counts',
      DescribeIpv6Pools: 'ipv6 address pools; byoip ipv6 pools',
      DescribeByoipCidrs:
        'byoip; bring your own ip ranges; own ip ranges advertised; provisioned address ranges; is our prefix advertised',
      DescribeNetworkInterfaces:
        'enis; network interfaces; network cards; nics; who uses this ip; what is behind this private ip address; owner of an ip; which resource has ip 10.1.2.3; detached enis; available unused interfaces; orphaned enis; interfaces of lambda; interfaces in a security group; what is using this security group; what blocks deleting a subnet; public ip on an interface; interfaces with source dest check off; requester managed interfaces; efa interfaces; secondary ips; mac address; ips in use per subnet; what holds this ip; what is using an ip address; ip address in use by; attachment of an eni; enis left over from deleted functions; enis created by a load balancer; dns name of an interface; prefix delegation; description of an interface',
      DescribeNetworkInterfaceAttribute: 'one attribute of one network interface; source dest check of one eni',
      DescribeNetworkInterfacePermissions: 'who may attach a network interface; eni permissions granted to accounts',
      DescribeTrunkInterfaceAssociations: 'branch and trunk interfaces; trunk eni associations',
      DescribeDhcpOptions:
        'dhcp option sets; dns servers handed to instances; domain name servers of a vpc; ntp servers; custom dns in vpc; domain name suffix',
      DescribeFlowLogs:
        'vpc flow logs; network traffic logs; are flow logs on; vpcs without flow logs; where are flow logs sent; flow log destination bucket; failed flow log delivery; rejected traffic logging; log format of flow logs; traffic type accept reject all; subnets with traffic logging; flow logs every minute; parquet flow logs; iam role of flow logs; is network traffic recorded; which networks have no traffic logs',
      DescribeVpcPeeringConnections:
        'vpc peering; peered vpcs; peering connections; pending peering requests; peering waiting for acceptance; which networks are connected to which; cross account peering; peering dns resolution; inactive peerings; networks of other accounts joined to ours; who are we peered with',
      DescribeVpcEndpoints:
        'vpc endpoints; vpce; interface endpoints; gateway endpoints; privatelink endpoints; do we have an s3 endpoint; which vpcs lack a gateway endpoint for s3 or dynamodb; endpoint policy; private dns on endpoints; cost of interface endpoints; endpoints pending acceptance; ssm endpoints in a vpc; rejected or failed endpoints; endpoint security groups; endpoints by service name; why did an endpoint fail; endpoint subnets and route tables; dns entries of an endpoint; private access to s3 without internet; services reached privately',
      DescribeVpcEndpointServices:
        'services reachable by privatelink; endpoint services available to us; aws services that support endpoints in the region; service names for privatelink',
      DescribeVpcEndpointServiceConfigurations:
        'endpoint services we publish; our privatelink services; what we offer through privatelink; acceptance required; load balancers behind our endpoint service',
      DescribeVpcEndpointServicePermissions:
        'who may connect to our endpoint service; allowed principals of a privatelink service',
      DescribeVpcEndpointConnections:
        'who is connected to our endpoint service; consumers of our privatelink service; pending endpoint connections; connections waiting for acceptance',
      DescribeVpcEndpointConnectionNotifications:
        'alerts on endpoint connect or reject; sns topics for endpoint events',
      DescribeVpcEndpointAssociations:
        'resources and service networks tied to an endpoint; endpoint associations with lattice',
      DescribePrefixLists: 'ip ranges of s3 and dynamodb gateway endpoints; aws service prefixes; pl id of s3',
      DescribeManagedPrefixLists:
        'prefix lists; customer managed prefix lists; shared ip lists; named cidr lists; cloudfront origin facing prefix list id; max entries of a prefix list',
      GetManagedPrefixListEntries:
        'cidrs inside a prefix list; entries of a prefix list; which ip ranges are in the office list',
      GetManagedPrefixListAssociations:
        'what uses a prefix list; where is a prefix list referenced; security groups and routes that use a prefix list',
      DescribeVpcBlockPublicAccessOptions:
        'vpc block public access; bpa mode; is internet access blocked for vpcs; block bidirectional or ingress only',
      DescribeVpcBlockPublicAccessExclusions:
        'vpcs exempt from block public access; bpa exclusions; exceptions to blocked internet access',
      DescribeVpcEncryptionControls:
        'encryption in transit enforced in vpcs; vpc encryption control mode; monitor or enforce encryption',
      GetVpcResourcesBlockingEncryptionEnforcement:
        'what prevents enforcing vpc encryption; resources without encryption in transit in a vpc',
      DescribeVpcClassicLink: 'classiclink enabled vpcs; ec2 classic links',
      GetManagedResourceVisibility: 'are service managed instances shown; hidden managed resources setting',

      DescribeTransitGateways:
        'transit gateways; tgw; tgws; hub of our networks; asn of the transit gateway; auto accept shared attachments; central router; default route table association on tgw; ecmp on tgw; multicast support of the tgw; who owns the transit gateway; tgw shared with us',
      DescribeTransitGatewayAttachments:
        'tgw attachments; everything attached to the transit gateway; what is connected to the tgw; attachments of all kinds vpc vpn peering direct connect; pending attachments; attachments waiting for acceptance; attachments without a route table association; which accounts are attached to the transit gateway; networks connected to the transit gateway; what hangs on the tgw',
      DescribeTransitGatewayVpcAttachments:
        'vpcs attached to the transit gateway; subnets used by a tgw attachment; appliance mode; vpcs not attached to tgw; dns support of a vpc attachment',
      DescribeTransitGatewayPeeringAttachments:
        'tgw peering; transit gateways peered between regions; inter region peering',
      DescribeTransitGatewayRouteTables: 'tgw route tables; segments in transit gateway; default propagation table',
      SearchTransitGatewayRoutes:
        'routes in a tgw route table; where does the transit gateway send this cidr; tgw blackhole routes; static tgw routes; propagated tgw routes; route lookup on the transit gateway; active transit gateway routes',
      GetTransitGatewayRouteTableAssociations:
        'which attachments are associated with a tgw route table; attachments using a segment',
      GetTransitGatewayRouteTablePropagations:
        'attachments that propagate into a tgw route table; who advertises routes into a tgw table',
      GetTransitGatewayAttachmentPropagations: 'route tables one attachment propagates to',
      GetTransitGatewayPrefixListReferences: 'prefix lists used in a tgw route table',
      DescribeTransitGatewayConnects: 'tgw connect attachments; sd wan attachments; gre tunnels to the transit gateway',
      DescribeTransitGatewayConnectPeers:
        'connect peers; gre bgp peers of the transit gateway; bgp status of sd wan peers',
      DescribeTransitGatewayMulticastDomains: 'multicast domains; multicast on transit gateway',
      SearchTransitGatewayMulticastGroups: 'members and sources of multicast groups',
      DescribeTransitGatewayPolicyTables: 'tgw policy tables',
      DescribeTransitGatewayRouteTableAnnouncements:
        'route announcements between peered transit gateways; dynamic routing of tgw peering',

      DescribeVpnConnections:
        'vpns; vpn connections; site to site vpn; ipsec tunnels; vpn tunnels down; tunnel status; is the vpn up; on premises connection; office vpn; data center vpn; vpn with a single tunnel; last tunnel status change; static or bgp vpn; vpn outside ip; accepted bgp route count; tunnel options ike version; tunnel to the data center; tunnel to on premises healthy; is our tunnel up; vpn attached to a transit gateway; accelerated vpn; certificate of a vpn; local and remote cidr of a vpn; vpn telemetry; tunnels without redundancy; flapping vpn',
      DescribeVpnGateways:
        'virtual private gateways; vgw; vgws; detached vpn gateways; amazon side asn; vpc side of the vpn',
      DescribeCustomerGateways:
        'customer gateways; cgw; on premises router; our side of the vpn; ip of the office firewall; bgp asn of the on prem device',
      GetVpnTunnelReplacementStatus:
        'vpn tunnel maintenance; pending tunnel endpoint replacement; last maintenance applied to a tunnel',
      GetActiveVpnTunnelStatus: 'negotiated encryption of a tunnel; phase 1 and phase 2 algorithms in use',
      GetVpnConnectionDeviceTypes: 'supported vpn router vendors; firewall models with sample configuration',
      DescribeVpnConcentrators: 'vpn concentrators; many small site vpns on one concentrator',
      DescribeClientVpnEndpoints:
        'client vpn; remote access vpn; openvpn endpoints; employee vpn; split tunnel; client vpn authentication saml or mutual; session timeout; client vpn certificate; connection logging of client vpn',
      DescribeClientVpnConnections:
        'who is connected to the vpn now; active vpn sessions; logged in vpn users; disconnected vpn clients; bytes transferred by vpn users; users logged into the client vpn; who is on the vpn',
      DescribeClientVpnAuthorizationRules:
        'who may reach which network by client vpn; vpn access by ad group; authorization rules of the remote vpn',
      DescribeClientVpnRoutes: 'routes pushed to vpn clients; client vpn route table',
      DescribeClientVpnTargetNetworks: 'subnets associated with the client vpn',
      DescribeVerifiedAccessInstances:
        'verified access; zero trust access instances; ava instances; fips verified access',
      DescribeVerifiedAccessEndpoints:
        'applications published by verified access; vpn less access endpoints; zero trust application domains',
      DescribeVerifiedAccessGroups: 'verified access groups',
      GetVerifiedAccessGroupPolicy: 'cedar policy of a verified access group',
      GetVerifiedAccessEndpointPolicy: 'cedar policy of a verified access endpoint',
      DescribeVerifiedAccessTrustProviders:
        'identity and device trust providers of verified access; okta or jamf trust provider',
      DescribeVerifiedAccessInstanceLoggingConfigurations:
        'where do verified access logs go; access logging of verified access',

      DescribeIpams: 'ipam; ip address manager; ipam tier free or advanced; operating regions of ipam',
      DescribeIpamPools: 'ipam pools; address pools; ip plan; pools and their locale; top level pool; child pools',
      DescribeIpamScopes: 'ipam scopes; private and public scope',
      GetIpamPoolAllocations:
        'allocations in an ipam pool; who took a cidr from the pool; which vpc got its range from the pool',
      GetIpamPoolCidrs: 'cidrs provisioned to a pool; address space of an ipam pool; failed cidr provisioning',
      GetIpamResourceCidrs:
        'overlapping ip ranges found by ipam; ip usage per vpc and subnet; unmanaged cidrs; noncompliant cidrs; ip utilization of networks',
      GetIpamAddressHistory:
        'who had this ip before; ip history; what used an ip last week; past owner of an address; who had an ip last week; who used an address at a time',
      GetIpamDiscoveredPublicAddresses:
        'public ips of the whole organization; public ip insights; all public ipv4 addresses with their owners',
      GetIpamDiscoveredResourceCidrs: 'networks discovered in other accounts; discovered cidrs',
      GetIpamDiscoveredAccounts: 'accounts seen by ipam discovery; ipam discovery failures',
      DescribeIpamResourceDiscoveries: 'ipam resource discoveries',
      DescribeIpamResourceDiscoveryAssociations: 'ipam discovery associations shared across organizations',
      DescribeIpamByoasn: 'byoasn; own asn brought to aws',
      DescribeNetworkInsightsPaths: 'reachability analyzer paths; saved network paths between two resources',
      DescribeNetworkInsightsAnalyses:
        'reachability analysis results; can a reach b; why is the connection blocked; path found or not; network troubleshooting results; can a server reach a database; can two resources talk; blocked connection explanation',
      DescribeNetworkInsightsAccessScopes: 'network access analyzer scopes; unintended network access checks',
      DescribeNetworkInsightsAccessScopeAnalyses:
        'network access analyzer runs; were findings detected by access analysis',
      GetNetworkInsightsAccessScopeAnalysisFindings:
        'unintended network paths found; findings of a network access analysis',
      GetAwsNetworkPerformanceData:
        'latency between regions; network latency between availability zones; aws inter region latency numbers',
      DescribeAwsNetworkPerformanceMetricSubscriptions: 'subscriptions to latency metrics between regions',
      DescribeTrafficMirrorSessions:
        'traffic mirroring; mirrored network interfaces; packet capture sessions; who mirrors traffic',
      DescribeTrafficMirrorTargets: 'where mirrored traffic goes; mirror targets',
      DescribeTrafficMirrorFilters: 'mirror filters; which packets are mirrored',
      DescribeTrafficMirrorFilterRules: 'rules of a mirror filter',
      DescribeRouteServers: 'vpc route servers; bgp route server in a vpc',
      DescribeRouteServerPeers: 'bgp peers of the route server; bgp session state of appliances',
      DescribeRouteServerEndpoints: 'endpoints of route servers in subnets',
      GetRouteServerRoutingDatabase: 'routes learned by the route server; rib and fib of a route server',
      DescribeLocalGateways: 'local gateways of outposts; lgw',
      DescribeLocalGatewayRouteTables: 'route tables of outposts local gateways',
      SearchLocalGatewayRoutes: 'routes in a local gateway route table of an outpost',
      DescribeLocalGatewayVirtualInterfaces:
        'virtual interfaces of an outposts local gateway; vlan of the local gateway',
      DescribeCoipPools: 'customer owned ip pools; coip of outposts',
      GetCoipPoolUsage: 'addresses used from a customer owned ip pool',
      DescribeFpgaImages: 'fpga images; afi',
      DescribeIdFormat: 'long resource id settings',
      DescribeDeclarativePoliciesReports:
        'readiness reports for declarative policies; account status reports before enforcing ec2 settings',
      GetDeclarativePoliciesReportSummary:
        'accounts that deviate from a planned declarative policy; summary of current ec2 settings across the organization',
    },
  },
  {
    service: 'ebs',
    called: 'ebs direct apis; elastic block store direct; snapshot blocks',
    operations: {
      ListSnapshotBlocks: 'blocks in a snapshot; how much data is in one snapshot; size of allocated blocks',
      ListChangedBlocks:
        'difference between two snapshots; changed blocks since the last snapshot; incremental snapshot size; delta of snapshots',
    },
  },
];
