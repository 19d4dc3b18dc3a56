import { spawn, spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** An AWS CLI that is installed here. */
export interface AwsCli {
  readonly path: string;
  readonly version: string;
  /** Whether it knows `aws sso login` and `aws configure export-credentials`. */
  readonly isVersion2: boolean;
}

/** Every AWS CLI of the machine: the one in the PATH, and that of the distribution beside it. */
export function installedAwsClis(): readonly AwsCli[] {
  return ['aws', '/usr/bin/aws', '/usr/local/bin/aws']
    .flatMap((path) => {
      const asked = spawnSync(path, ['--version'], { encoding: 'utf8' });
      const version = /aws-cli\/(\d+\.\d+\.\d+)/u.exec(`${asked.stdout ?? ''}${asked.stderr ?? ''}`)?.[1];
      return asked.status === 0 && version !== undefined
        ? [{ path, version, isVersion2: Number(version.split('.')[0]) >= 2 }]
        : [];
    })
    .filter((cli, index, all) => all.findIndex(({ version }) => version === cli.version) === index);
}

export function hasBoto3(): boolean {
  return spawnSync('python3', ['-c', 'import boto3']).status === 0;
}

export interface ProgramResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program with these variables alone; `onOutput` sees all that it has said so far. */
export function runProgram(
  path: string,
  parameters: readonly string[],
  variables: Readonly<Record<string, string>>,
  onOutput: (text: string) => void = () => undefined,
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, [...parameters], {
      env: { PATH: process.env['PATH'], AWS_EC2_METADATA_DISABLED: 'true', ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
      onOutput(stdout);
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/**
 * Leads AWS's programs to an endpoint of ours. The variables are enough for those since 2023; older ones are given rules for
 * their endpoints, through the directory that they look for models in (`AWS_DATA_PATH`).
 */
export async function endpointVariables(url: string, directory: string): Promise<Readonly<Record<string, string>>> {
  const rules = JSON.stringify({
    version: '1.0',
    parameters: {
      Region: parameter('AWS::Region', 'String'),
      UseDualStack: parameter('AWS::UseDualStack', 'Boolean'),
      UseFIPS: parameter('AWS::UseFIPS', 'Boolean'),
      Endpoint: parameter('SDK::Endpoint', 'String'),
      UseGlobalEndpoint: parameter('AWS::STS::UseGlobalEndpoint', 'Boolean'),
    },
    rules: [{ conditions: [], type: 'endpoint', endpoint: { url, properties: {}, headers: {} } }],
  });
  for (const place of ['sso/2019-06-10', 'sso-oidc/2019-06-10', 'sts/2011-06-15']) {
    await mkdir(join(directory, place), { recursive: true });
    await writeFile(join(directory, place, 'endpoint-rule-set-1.json'), rules);
  }
  return {
    AWS_ENDPOINT_URL_STS: url,
    AWS_ENDPOINT_URL_SSO: url,
    AWS_ENDPOINT_URL_SSO_OIDC: url,
    AWS_DATA_PATH: directory,
  };
}

function parameter(builtIn: string, type: 'String' | 'Boolean'): object {
  return type === 'String'
    ? { builtIn, type, required: false, documentation: '' }
    : { builtIn, type, required: true, default: false, documentation: '' };
}
