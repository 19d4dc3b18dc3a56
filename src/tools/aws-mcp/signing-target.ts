import { CentralOpsError } from '../../domain/errors.js';
import { isLoopbackHost } from '../../domain/loopback.js';

/** The service name that requests to the AWS MCP Server are signed for. */
const AWS_MCP_SERVICE = 'aws-mcp';

/** Where signed requests go and what the signature is made for. */
export interface SigningTarget {
  readonly endpoint: URL;
  readonly service: string;
  readonly region: string;
}

/**
 * Reads the signing Region from the endpoint's host (`service.region.api.aws`, as AWS's own proxy does); what the host
 * says beats `region`, because AWS checks the signature against it. Throws `configuration` for plain http beyond
 * loopback and for a host that names no Region when none is given.
 */
export function signingTarget(
  endpoint: URL,
  options: { readonly service?: string; readonly region?: string } = {},
): SigningTarget {
  if (endpoint.protocol !== 'https:' && !(endpoint.protocol === 'http:' && isLoopbackHost(endpoint.hostname))) {
    throw new CentralOpsError(
      'configuration',
      `The AWS MCP endpoint ${endpoint.origin} is not https. Signed requests go over https; plain http is for loopback only. Set CENTRAL_OPS_AWS_MCP_URL to an https address.`,
      { facts: { endpoint: endpoint.origin } },
    );
  }
  const region = regionOfHost(endpoint.hostname) ?? options.region;
  if (region === undefined || region === '') {
    throw new CentralOpsError(
      'configuration',
      `The AWS MCP endpoint ${endpoint.origin} names no Region and none is configured. Use an address such as https://aws-mcp.us-east-1.api.aws/mcp in CENTRAL_OPS_AWS_MCP_URL.`,
      { facts: { endpoint: endpoint.origin } },
    );
  }
  return { endpoint, service: options.service ?? AWS_MCP_SERVICE, region };
}

function regionOfHost(hostname: string): string | undefined {
  const labels = hostname.split('.');
  if (labels.length === 4 && labels[2] === 'api' && labels[3] === 'aws') return labels[1];
  const [service, region, domain, top] = labels.slice(-4);
  return service === 'bedrock-agentcore' && domain === 'amazonaws' && top === 'com' ? region : undefined;
}
