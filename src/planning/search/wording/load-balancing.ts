import type { ServiceWording } from './wording.js';

/** Load balancers and the groups that scale servers and services. */
export const LOAD_BALANCING_WORDING: readonly ServiceWording[] = [
  {
    service: 'elbv2',
    called:
      'elbv2; elb; alb; albs; nlb; nlbs; gwlb; load balancers; application load balancers; network load balancers; gateway load balancers; target groups; listeners; listener rules; backends; lb; load balancing; load balancer targets',
    operations: {
      DescribeLoadBalancers:
        'load balancers; albs and nlbs; internet facing load balancers; public load balancers; internal load balancers; load balancers in one zone only; load balancer dns name; security groups of an alb; subnets of a load balancer; failed load balancers; provisioning state; dualstack load balancers; age of load balancers; entry points to our apps; how many albs; vpc of a load balancer; who balances traffic; hosted zone id of an alb; load balancers with no security group; unused load balancers; scheme of a load balancer; ipv6 load balancers; load balancers per vpc; availability zones of a load balancer; load balancer state reason',
      DescribeLoadBalancerAttributes:
        'access logs of an alb; load balancers without access logs; where do alb logs go; deletion protection of a load balancer; idle timeout of an alb; cross zone load balancing on an nlb; drop invalid headers; http2 enabled; desync mitigation mode; waf fail open; connection logs; settings of one load balancer; client keep alive; x forwarded for handling; zonal shift on a load balancer; tls version and cipher headers of an alb; does a load balancer write access logs; accidental deletion of a load balancer; load balancers with no delete protection',
      DescribeListeners:
        'listeners; ports and protocols of a load balancer; http listeners without redirect; plain http on port 80; https listeners; tls policy of listeners; old ssl policy; listeners that allow tls 1.0; certificate of a listener; default action; which port does the alb listen on; load balancers without https; mutual tls on a listener; redirects to https; old tls versions accepted by load balancers; weak ciphers on listeners; load balancers still on http',
      DescribeListenerAttributes:
        'attributes of one listener; tcp idle timeout of a listener; response header settings of a listener; hsts header on listener',
      DescribeListenerCertificates:
        'certificates on a listener; additional sni certificates; which acm certificate does the alb use; all tls certificates of a load balancer listener; certificates served on a load balancer; which tls certs does the alb present',
      DescribeRules:
        'listener rules; routing rules of an alb; path based routing; host based routing; host headers routed; which path goes to which target group; rule priorities; weighted target groups; fixed responses; redirect rules; rules with cognito or oidc login; where does /api go',
      DescribeTargetGroups:
        'target groups; health check settings; health check path of a target group; health check interval and threshold; target groups without a load balancer; orphaned target groups; unused target groups; target type ip instance or lambda; target group port and protocol; which load balancer uses the target group; load balancers with no targets; protocol version grpc; matcher codes',
      DescribeTargetGroupAttributes:
        'stickiness; sticky sessions; deregistration delay; connection draining of a target group; slow start; load balancing algorithm round robin or least outstanding; preserve client ip; proxy protocol; settings of one target group',
      DescribeTargetHealth:
        'unhealthy targets; healthy hosts; target health; which targets are failing health checks; why is the target unhealthy; draining targets; registered targets; instances behind a load balancer; ips registered in a target group; empty target groups; target groups with no healthy targets; 502 or 503 because no healthy backend; out of service backends; initial state of targets; health check failed reason codes; what is behind this alb; load balancers with nothing registered; nothing behind the load balancer; backends failing; how many hosts are healthy; why 503 from the load balancer; why 502 from the alb; targets timing out; failed health checks reason; target not registered; unused targets',
      DescribeSSLPolicies:
        'ssl policies; tls versions and ciphers of a security policy; which ciphers does an elb policy allow; available tls policies; policies with tls 1.3',
      DescribeTags:
        'tags of load balancers; tags of target groups; who owns a load balancer by tag; untagged load balancers',
      DescribeAccountLimits:
        'load balancer limits; how many albs or target groups may we have; elb quotas; listeners per load balancer limit',
      DescribeCapacityReservation:
        'lcu reservation of a load balancer; minimum capacity reserved; prewarmed load balancer',
      DescribeTrustStores: 'trust stores for mutual tls; mtls ca bundles on alb; client certificate trust',
      DescribeTrustStoreAssociations: 'which load balancers use a trust store; listeners bound to an mtls trust store',
      DescribeTrustStoreRevocations: 'revocation lists in a trust store; crl of mtls',
      GetResourcePolicy: 'resource policy of a shared trust store or load balancer resource',
    },
  },
  {
    service: 'elb',
    called:
      'classic load balancers; clb; clbs; elb classic; old load balancers; elbv1; previous generation load balancers; legacy elb',
    operations: {
      DescribeLoadBalancers:
        'classic load balancers left; old generation elbs to migrate; clbs without instances; classic elbs with http only listeners; instances registered in a classic elb; health check of a classic elb; classic elb with no instances; idle classic load balancers; internet facing classic elbs; classic elbs in ec2 classic; ssl certificate of a classic load balancer',
      DescribeInstanceHealth:
        'instances out of service behind a classic elb; in service instances; health of instances behind a classic load balancer; reason code of an unhealthy instance on clb',
      DescribeLoadBalancerAttributes:
        'access logs of a classic elb; connection draining of a classic elb; cross zone of a classic elb; idle timeout of a classic load balancer',
      DescribeLoadBalancerPolicies:
        'ssl negotiation policy of a classic elb; sticky cookie policy of a classic elb; ciphers of a classic load balancer',
      DescribeLoadBalancerPolicyTypes: 'kinds of policies for classic elbs',
      DescribeTags: 'tags of classic load balancers',
      DescribeAccountLimits: 'classic load balancer limits',
    },
  },
  {
    service: 'autoscaling',
    called:
      'ec2 auto scaling; autoscaling; auto scaling groups; asg; asgs; scaling groups; server fleets; launch configurations; scaling policies; instance refresh; warm pools; lifecycle hooks; horizontal scaling of instances',
    operations: {
      DescribeAutoScalingGroups:
        'auto scaling groups; asgs; min max and desired capacity; groups with desired zero; groups at max size; asg at its limit; groups scaled to zero; groups in a single az; suspended processes; scaling groups with unhealthy instances; health check type ec2 or elb; groups using launch configurations; which launch template does the asg use; mixed instances policy; spot share in an asg; termination policies of a group; instances in a group; fewer instances than desired; max instance lifetime; capacity rebalance; metrics collection enabled; grace period; scale in protection of new instances; which asg owns which subnets; target groups of an asg; unused or empty asgs; elb health check of an asg; asg in several availability zones; asgs with one instance type; default cooldown; warm pool configured; launch template version of an asg; image used by an asg; predicted capacity; zonal shift of an asg; instances per az in an asg; asg warmup',
      DescribeAutoScalingInstances:
        'which asg does an instance belong to; instances managed by auto scaling; lifecycle state of instances in groups; standby instances; instances protected from scale in; unhealthy asg members',
      DescribeScalingActivities:
        'why did the asg scale; scaling history; scaling events; failed launches; failed scaling activities; failed to launch instances; insufficient capacity errors in a group; instances launched or terminated last night by auto scaling; who removed my instance; scale out and scale in log; why did an asg scale out; why was a server added; why was capacity removed; instances terminated by the asg and why; cause of scaling; unhealthy instances replaced; scaling activity of an asg; recent scale in events; auto scaling history',
      DescribePolicies:
        'scaling policies of groups; target tracking policies; step scaling; at which cpu does the group scale; groups without a scaling policy; predictive scaling policies; alarms that trigger scaling; cooldown; at what cpu are servers added; when does the group add servers',
      DescribeScheduledActions:
        'scheduled scaling of asgs; groups that scale down at night; office hours scaling; cron schedule of an asg; next scheduled capacity change; weekend scale down; when do environments shut down at night; dev servers off at weekends',
      DescribeLaunchConfigurations:
        'launch configurations; legacy launch configs; old launch configs to migrate to launch templates; unused launch configs; launch configs with public ip; launch configurations without imdsv2; ami in a launch configuration; security groups of a launch configuration; basic details of launch configurations',
      DescribeInstanceRefreshes:
        'instance refreshes; rolling replacement progress; failed instance refresh; is a rolling update running on the group; percentage complete of refresh; rollback of a refresh',
      DescribeLifecycleHooks: 'lifecycle hooks; hooks on launch or terminate; heartbeat timeout; pending wait actions',
      DescribeWarmPool: 'warm pool instances; prewarmed stopped instances; warm pool size and state',
      DescribeNotificationConfigurations:
        'notifications of asg launches; sns topics of a scaling group; who is told when a group scales',
      DescribeTags: 'tags of auto scaling groups; tags propagated at launch; groups without owner tag',
      DescribeLoadBalancerTargetGroups:
        'target groups attached to one asg; attachment state between asg and target group',
      DescribeTrafficSources: 'traffic sources of a group; load balancers and lattice attached to an asg',
      DescribeLoadBalancers: 'classic elbs attached to an asg',
      DescribeAccountLimits:
        'how many asgs may we have; limits of auto scaling groups and launch configs; used number of groups',
      GetPredictiveScalingForecast: 'forecast of load for a group; predicted capacity',
      DescribeTerminationPolicyTypes: 'possible termination policies',
      DescribeScalingProcessTypes: 'processes that can be suspended; scaling process names',
    },
  },
  {
    service: 'application-autoscaling',
    called:
      'application auto scaling; service autoscaling; autoscaling of ecs services, dynamodb tables, aurora replicas, lambda concurrency, spot fleets, sagemaker endpoints; scalable targets; task autoscaling',
    operations: {
      DescribeScalableTargets:
        'what is registered for autoscaling outside ec2; min and max capacity of ecs service autoscaling; dynamodb tables with autoscaling; which ecs services autoscale; autoscaled aurora replicas; limits of task count; suspended scaling; lambda provisioned concurrency autoscaling range; do ecs services scale automatically; services without autoscaling; tables without autoscaling; which dynamo tables have autoscaling; scaling limits of an ecs service; autoscaling ranges of services and tables',
      DescribeScalingPolicies:
        'target tracking of ecs services; cpu target of service scaling; dynamodb autoscaling target utilization; policies scaling tasks or read capacity; step scaling of services; alarms behind service autoscaling; when do tasks scale; autoscaling of an ecs service',
      DescribeScalingActivities:
        'why did the ecs service scale; table capacity changes; scaling history of services and tables; not scaled reasons; failed scaling of an ecs service; when did tasks scale out',
      DescribeScheduledActions:
        'scheduled scaling of ecs services; scheduled capacity of dynamodb; services scaled down at night; cron based task count',
      GetPredictiveScalingForecast: 'predicted load of an ecs service',
    },
  },
  {
    service: 'autoscaling-plans',
    called: 'scaling plans; unified scaling plans',
    operations: {
      DescribeScalingPlans: 'scaling plans; plans that scale several resources; scaling plan status',
      DescribeScalingPlanResources: 'resources in a scaling plan; what a plan scales; scaling status of plan resources',
      GetScalingPlanResourceForecastData: 'load and capacity forecast of a scaling plan',
    },
  },
];
