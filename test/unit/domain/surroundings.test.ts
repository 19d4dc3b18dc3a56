import { describe, expect, it } from 'vitest';
import { awsServiceAround, expandPath, whyNoBrowser } from '../../../src/domain/surroundings.js';

describe('whyNoBrowser', () => {
  it.each([
    [{ SSH_CONNECTION: '10.0.0.1 22', DISPLAY: ':0' }, 'linux', 'this is an SSH session (SSH_CONNECTION is set)'],
    [{ CODESPACES: 'true' }, 'darwin', 'this is a container (CODESPACES is set)'],
    [{ container: 'podman', DISPLAY: ':0' }, 'linux', 'this is a container (container is set)'],
    [{ CI: 'true', DISPLAY: ':0' }, 'linux', 'this is a build (CI is set)'],
    [{ WSL_DISTRO_NAME: 'Ubuntu', DISPLAY: ':0' }, 'linux', 'this is WSL (WSL_DISTRO_NAME is set)'],
    [{}, 'linux', 'this machine has no display (neither DISPLAY nor WAYLAND_DISPLAY is set)'],
    [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', undefined],
    [{ DISPLAY: ':0', CI: 'false', SSH_TTY: '' }, 'linux', undefined],
    [{}, 'darwin', undefined],
  ])('of %j on %s: %s', (environment, platform, reason) => {
    expect(whyNoBrowser(environment, platform)).toBe(reason);
  });
});

describe('expandPath', () => {
  it.each([
    ['~/aws/config', '/home/alice/aws/config'],
    ['~', '/home/alice'],
    ['$BASE/config', '/srv/config'],
    ['${BASE}x/~', '/srvx/~'],
    ['$UNSET/config', '$UNSET/config'],
    ['~bob/config', '~bob/config'],
    ['/etc/aws', '/etc/aws'],
  ])('%s is %s', (path, expanded) => {
    expect(expandPath(path, { BASE: '/srv' }, '/home/alice')).toBe(expanded);
  });
});

describe('awsServiceAround', () => {
  it.each([
    [{}, undefined],
    [{ AWS_LAMBDA_FUNCTION_NAME: 'ops' }, 'AWS Lambda'],
    [{ ECS_CONTAINER_METADATA_URI_V4: 'http://169.254.170.2/v4/x' }, 'Amazon ECS'],
    [{ AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '/v2/credentials/x' }, 'Amazon ECS'],
    [{ KUBERNETES_SERVICE_HOST: '10.0.0.1', AWS_WEB_IDENTITY_TOKEN_FILE: '/token' }, 'Amazon EKS'],
    // A token file alone is what GitHub's runners have, too.
    [{ AWS_WEB_IDENTITY_TOKEN_FILE: '/token' }, undefined],
    [
      {
        OTEL_RESOURCE_ATTRIBUTES:
          'cloud.resource_id=arn:aws:bedrock-agentcore:us-east-1:111111111111:runtime/ops,service.name=ops',
      },
      'Amazon Bedrock AgentCore',
    ],
    [{ OTEL_RESOURCE_ATTRIBUTES: 'service.name=ops', AWS_LAMBDA_FUNCTION_NAME: '' }, undefined],
  ])('of %j is %s', (environment, service) => {
    expect(awsServiceAround(environment)).toBe(service);
  });
});
