import { openSync, readSync } from 'node:fs';

const BYTES = 16;

/**
 * Makes ids such as `run-4f1c…` from 16 bytes of the kernel's generator. Node's own generator is not used on purpose:
 * AgentCore clones a running process, and OpenSSL's state is cloned with it, so that clones would draw the same ids;
 * the kernel reseeds (https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-v2-optimize.html).
 */
export function createIdentifiers(): (prefix: string) => string {
  let device: number | undefined;
  return (prefix) => {
    device ??= openSync('/dev/urandom', 'r');
    const bytes = Buffer.alloc(BYTES);
    readSync(device, bytes, 0, BYTES, null);
    return `${prefix}-${bytes.toString('hex')}`;
  };
}
