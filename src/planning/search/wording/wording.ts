/**
 * How people speak of a service and of what can be read in it: the search text that AWS's own names do not hold. Written by
 * hand, by subject; a test holds every name in it against the catalogue.
 */
export interface ServiceWording {
  /** botocore's name: `elbv2`. */
  readonly service: string;
  /** What people call it, separated by `; `: "load balancers; alb; nlb; target groups". */
  readonly called: string;
  /** botocore's operation to the phrases that people use for what it finds, separated by `; `. */
  readonly operations: Readonly<Record<string, string>>;
}
