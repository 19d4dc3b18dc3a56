const IPV4_LOOPBACK = /^127(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/;

/**
 * Whether a host (a URL's `hostname`, or an address that a name resolved to; no port) can only mean this machine.
 * `localhost` counts as a name that the operating system keeps to itself; who connects checks what it resolved to.
 * Anything unusual, such as `0.0.0.0` or a shortened address, is not loopback.
 */
export function isLoopbackHost(host: string): boolean {
  const bare = host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
  const name = bare.toLowerCase();
  if (name === 'localhost' || name === '::1') return true;
  return IPV4_LOOPBACK.test(name.startsWith('::ffff:') ? name.slice('::ffff:'.length) : name);
}
