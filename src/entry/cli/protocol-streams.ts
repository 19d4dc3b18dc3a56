import { type Readable, Writable } from 'node:stream';

/** Standard input and output for a protocol. */
export interface ProtocolStreams {
  readonly input: Readable;
  readonly output: Writable;
}

/**
 * Takes the standard streams of this process for a protocol: one line of a library on stdout would break it, so from here on whatever
 * else is written there, by `console.log` too, goes to stderr. For good: the process ends with the protocol.
 */
export function takeStandardStreams({ stdin, stdout, stderr }: NodeJS.Process): ProtocolStreams {
  const write = stdout.write.bind(stdout);
  const output = new Writable({
    decodeStrings: false,
    write: (chunk: string | Buffer, encoding, done) => {
      if (typeof chunk === 'string') write(chunk, encoding, done);
      else write(chunk, done);
    },
  });
  // Who reads it is gone (EPIPE).
  stdout.on('error', (error) => output.destroy(error));
  stdout.write = stderr.write.bind(stderr);
  return { input: stdin, output };
}
