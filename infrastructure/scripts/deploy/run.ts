import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { partitionOfRegion } from '../../../src/domain/region.js';
import type { Partition } from '../../../src/domain/account.js';
import { DeploymentError, isNamed, type Surroundings } from './progress.js';

export interface Identity {
  readonly accountId: string;
  readonly partition: Partition;
  readonly region: string;
}

/** Whose credentials the SDK's default chain finds. */
export async function identityIn(region: string, signal: AbortSignal): Promise<Identity> {
  const client = new STSClient({ region });
  try {
    const { Account } = await client.send(new GetCallerIdentityCommand({}), { abortSignal: signal });
    if (Account === undefined) throw new Error('STS did not say which account this is');
    return { accountId: Account, partition: partitionOfRegion(region), region };
  } finally {
    client.destroy();
  }
}

/** Runs a script's work: lines on stderr, Ctrl-C ends it, errors in one line with what to do. Returns the exit code. */
export async function runScript(work: (around: Surroundings) => Promise<number>): Promise<number> {
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  const { signal } = interrupted;
  const around: Surroundings = {
    say: (line) => void process.stderr.write(`${line}\n`),
    pause: () => sleep(pollMillis(), undefined, { signal }),
    signal,
  };
  try {
    return await work(around);
  } catch (error) {
    if (signal.aborted) {
      around.say('Interrupted. CloudFormation goes on with what has begun; run the same command again to follow it.');
      return 130;
    }
    if (error instanceof DeploymentError) {
      around.say(`${error.message}\n${error.nextStep}`);
      return 1;
    }
    if (
      isNamed(
        error,
        'AccessDenied',
        'AccessDeniedException',
        'CredentialsProviderError',
        'ExpiredToken',
        'ExpiredTokenException',
      )
    ) {
      around.say(
        `${error instanceof Error ? error.message : ''}\nSign in to the central account with rights to deploy (AWS_PROFILE) and run the same command again.`,
      );
      return 1;
    }
    if (error instanceof Error && '$metadata' in error) {
      around.say(
        `AWS refused it: ${error.name}: ${error.message}\nCorrect what is named and run the same command again.`,
      );
      return 1;
    }
    throw error;
  }
}

/** Asks at the terminal for a word to be typed. Without a terminal the answer is no. */
export async function confirmed(question: string, word: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question(`${question} Type ${word} to go on: `)).trim() === word;
  } finally {
    terminal.close();
  }
}

/** The emulator of the tests answers at once. */
function pollMillis(): number {
  return Number(process.env['CENTRAL_OPS_DEPLOY_POLL_MILLIS'] ?? 5000);
}
