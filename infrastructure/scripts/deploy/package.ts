import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { RunCommand } from './commands.js';
import { DeploymentError, isNamed, type Surroundings } from './progress.js';

/** AgentCore's limit for a zip: https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/bedrock-agentcore-limits.html. */
const MOST_BYTES = 250 * 1024 * 1024;

export interface Package {
  readonly key: string;
  readonly version: string;
}

/** Puts the zip package into the artifacts bucket unless it is there. The name is made of its content. */
export async function ensurePackage(
  s3: S3Client,
  bucket: string,
  file: string,
  around: Surroundings,
): Promise<Package> {
  const body = readFileSync(file);
  if (body.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') {
    throw new DeploymentError(`${file} is not a zip package.`, 'Make one with npm run -s package.');
  }
  if (body.length > MOST_BYTES) {
    throw new DeploymentError(
      `${file} has ${body.length} bytes; AgentCore takes ${MOST_BYTES}.`,
      'Deploy an image instead.',
    );
  }
  const key = `packages/central-ops-${createHash('sha256').update(body).digest('hex').slice(0, 16)}.zip`;
  const known = await versionOf(s3, bucket, key, around.signal);
  if (known !== undefined) {
    around.say(`package ${key}: is in the bucket`);
    return { key, version: known };
  }
  around.say(`package ${key}: uploading ${body.length} bytes`);
  const command = new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: 'application/zip' });
  const { VersionId = '' } = await s3.send(command, { abortSignal: around.signal });
  return { key, version: VersionId };
}

const MADE_HERE = 'build/central-ops.zip';

/** The zip of this checkout, as `npm run package` makes it. */
export async function makePackage(run: RunCommand, around: Surroundings): Promise<string> {
  around.say(`package ${MADE_HERE}: making it`);
  const { code, output } = await run(process.execPath, ['dist/scripts/package/main.js', 'zip', MADE_HERE]);
  if (code === 0) return MADE_HERE;
  throw new DeploymentError(
    `The package could not be made (exit code ${code}): ${output.trim().split('\n').at(-1) ?? ''}`,
    'Run npm ci and npm run build, or give one with --package FILE.',
  );
}

async function versionOf(s3: S3Client, bucket: string, key: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const { VersionId = '' } = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }), {
      abortSignal: signal,
    });
    return VersionId;
  } catch (error) {
    if (isNamed(error, 'NotFound', 'NoSuchKey')) return undefined;
    throw error;
  }
}
