type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Why no browser of the person can be opened from this process, or why it could not come back to this machine's loopback
 * address; undefined where both should work.
 */
export function whyNoBrowser(environment: Environment, platform: string): string | undefined {
  const set = (name: string): boolean => (environment[name] ?? '') !== '';
  const first = (names: readonly string[]): string | undefined => names.find(set);
  const ssh = first(['SSH_CONNECTION', 'SSH_CLIENT', 'SSH_TTY']);
  if (ssh !== undefined) return `this is an SSH session (${ssh} is set)`;
  const container = first(['DOCKER_CONTAINER', 'KUBERNETES_SERVICE_HOST', 'container', 'CODESPACES']);
  if (container !== undefined) return `this is a container (${container} is set)`;
  if (set('CI') && environment['CI'] !== 'false') return 'this is a build (CI is set)';
  if (set('WSL_DISTRO_NAME')) return 'this is WSL (WSL_DISTRO_NAME is set)';
  if (platform === 'linux' && first(['DISPLAY', 'WAYLAND_DISPLAY']) === undefined) {
    return 'this machine has no display (neither DISPLAY nor WAYLAND_DISPLAY is set)';
  }
  return undefined;
}

/** A path of an AWS variable as botocore reads it: `$NAME` and `${NAME}` where set, then `~`. */
export function expandPath(path: string, environment: Environment, home: string): string {
  const expanded = path.replaceAll(
    /\$(?:\{(\w+)\}|(\w+))/g,
    (written: string, braced: string | undefined, bare: string | undefined) =>
      environment[braced ?? bare ?? ''] ?? written,
  );
  return expanded === '~' || expanded.startsWith('~/') ? `${home}${expanded.slice(1)}` : expanded;
}

/** What tells that a process runs inside one of AWS's services, where its identity is an IAM role. */
const AWS_SERVICES: readonly (readonly [service: string, isThere: (environment: Environment) => boolean])[] = [
  // The runtime injects its own ARN as a resource attribute for traces.
  [
    'Amazon Bedrock AgentCore',
    (environment) =>
      (environment['OTEL_RESOURCE_ATTRIBUTES'] ?? '').includes(':bedrock-agentcore:') ||
      (environment['AGENTCORE_RUNTIME_URL'] ?? '') !== '',
  ],
  // https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
  ['AWS Lambda', (environment) => (environment['AWS_LAMBDA_FUNCTION_NAME'] ?? '') !== ''],
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-metadata-endpoint-v4.html
  [
    'Amazon ECS',
    (environment) =>
      ['ECS_CONTAINER_METADATA_URI_V4', 'ECS_CONTAINER_METADATA_URI', 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI'].some(
        (name) => (environment[name] ?? '') !== '',
      ),
  ],
  // https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html, …/iam-roles-for-service-accounts.html
  [
    'Amazon EKS',
    (environment) =>
      (environment['KUBERNETES_SERVICE_HOST'] ?? '') !== '' &&
      ['AWS_CONTAINER_CREDENTIALS_FULL_URI', 'AWS_WEB_IDENTITY_TOKEN_FILE'].some(
        (name) => (environment[name] ?? '') !== '',
      ),
  ],
];

/** The AWS service that this process runs in; undefined on a laptop, and wherever nothing tells. */
export function awsServiceAround(environment: Environment): string | undefined {
  return AWS_SERVICES.find(([, isThere]) => isThere(environment))?.[0];
}
