import type { ServiceOverlay } from '../overlay.js';

/** Load balancers of the second generation, and what stands behind them. */
export const loadBalancingService: ServiceOverlay = {
  service: 'elbv2',
  operations: {
    DescribeLoadBalancers: {
      columns:
        'Load balancer name=LoadBalancerName; Type=Type; Scheme=Scheme; State=State.Code; DNS name=DNSName; VPC ID=VpcId; Created time=CreatedTime; Load balancer ARN=LoadBalancerArn',
    },
    DescribeTargetGroups: {
      columns:
        'Target group name=TargetGroupName; Protocol=Protocol; Port=Port; Target type=TargetType; Load balancers=LoadBalancerArns[]; VPC ID=VpcId; Target group ARN=TargetGroupArn',
    },
    DescribeTargetHealth: {
      columns:
        'Target group ARN=@TargetGroupArn; Target=Target.Id; Port=Target.Port; Target health=TargetHealth.State; Reason=TargetHealth.Reason',
    },
    DescribeListeners: {
      columns:
        'Load balancer ARN=LoadBalancerArn; Protocol=Protocol; Port=Port; SSL policy=SslPolicy; Listener ARN=ListenerArn',
    },
  },
};

export const route53Service: ServiceOverlay = {
  service: 'route53',
  operations: {
    ListHostedZones: {
      columns: 'Name=Name; ID=Id; Private=Config.PrivateZone; Resource record set count=ResourceRecordSetCount',
    },
    ListResourceRecordSets: {
      columns:
        'Hosted zone ID=@HostedZoneId; Name=Name; Type=Type; TTL=TTL; Values=ResourceRecords[].Value; Alias of=AliasTarget.DNSName',
    },
  },
};

export const cloudfrontService: ServiceOverlay = {
  service: 'cloudfront',
  operations: {
    ListDistributions: {
      columns:
        'ID=Id; Domain name=DomainName; Aliases=Aliases.Items[]; Status=Status; Enabled=Enabled; Origins=Origins.Items[].DomainName; Web ACL=WebACLId',
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
