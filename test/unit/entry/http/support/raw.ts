import { connect } from 'node:net';

/**
 * Sends bytes over a bare connection and gives what came back until it was closed, or until `quietMillis` passed without a byte.
 */
export function exchange(
  port: number,
  bytes: string | Uint8Array,
  quietMillis = 300,
): Promise<{ readonly text: string; readonly closed: boolean }> {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  return new Promise((resolve) => {
    const finish = (closed: boolean): void => {
      clearTimeout(quiet);
      socket.destroy();
      resolve({ text, closed });
    };
    let quiet = setTimeout(() => finish(false), quietMillis);
    socket.on('data', (chunk) => {
      clearTimeout(quiet);
      quiet = setTimeout(() => finish(false), quietMillis);
      text += chunk.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.once('close', () => finish(true));
    socket.write(bytes);
  });
}

/** The status and the JSON body of the first reply in a text. */
export function replyIn(text: string): { readonly status: number; readonly body: unknown } {
  const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(text) ?? [];
  const json = /\{.*\}/s.exec(text)?.[0];
  const body: unknown = json === undefined ? undefined : JSON.parse(json);
  return { status: Number(status), body };
}
