import type { ServiceOverlay } from '../overlay.js';

/** Load balancers of the second generation, and what stands behind them. */
export const loadBalancingService: ServiceOverlay = {
  service: 'elbv2',
  operations: {
    DescribeLoadBalancers: {
      columns:
        'Load balancer=LoadBalancerName; Type=Type; Scheme=Scheme; State=State.Code; DNS name=DNSName; VPC ID=VpcId; Created=CreatedTime',
    },
    DescribeTargetGroups: {
      columns:
        'Target group=TargetGroupName; Protocol=Protocol; Port=Port; Target type=TargetType; Load balancers=LoadBalancerArns[]; VPC ID=VpcId; ARN=TargetGroupArn',
    },
    DescribeTargetHealth: {
      columns:
        'Target group ARN=@TargetGroupArn; Target=Target.Id; Port=Target.Port; State=TargetHealth.State; Reason=TargetHealth.Reason',
    },
    DescribeListeners: {
      columns: 'Load balancer ARN=LoadBalancerArn; Protocol=Protocol; Port=Port; TLS policy=SslPolicy; ARN=ListenerArn',
    },
  },
};

export const route53Service: ServiceOverlay = {
  service: 'route53',
  operations: {
    ListHostedZones: {
      columns: 'Hosted zone=Name; Zone ID=Id; Private=Config.PrivateZone; Records=ResourceRecordSetCount',
    },
    ListResourceRecordSets: {
      columns:
        'Zone ID=@HostedZoneId; Name=Name; Type=Type; TTL=TTL; Values=ResourceRecords[].Value; Alias of=AliasTarget.DNSName',
    },
  },
};

export const cloudfrontService: ServiceOverlay = {
  service: 'cloudfront',
  operations: {
    ListDistributions: {
      columns:
        'Distribution ID=Id; Domain=DomainName; Aliases=Aliases.Items[]; Status=Status; Enabled=Enabled; Origins=Origins.Items[].DomainName; Web ACL=WebACLId',
    },
  },
};

/** Rules are for a Region's resources or for CloudFront's; one call asks for one of the two. */
const REGIONAL = {
  defaults: { Scope: 'REGIONAL' },
  defaultsNote: "Scope is set to REGIONAL. Give Scope CLOUDFRONT and the Region us-east-1 to ask for CloudFront's.",
};

export const wafService: ServiceOverlay = {
  service: 'wafv2',
  operations: {
    ListAvailableManagedRuleGroups: REGIONAL,
    ListIPSets: REGIONAL,
    ListLoggingConfigurations: REGIONAL,
    ListManagedRuleSets: REGIONAL,
    ListRegexPatternSets: REGIONAL,
    ListRuleGroups: REGIONAL,
    ListWebACLs: REGIONAL,
  },
};
