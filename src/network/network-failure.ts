import { CentralOpsError } from '../domain/errors.js';
import { systemCodeOf } from '../domain/system-error.js';

/**
 * What a failed exchange means to an operator. Names the host alone: paths and queries can carry tokens.
 */
export function networkFailure(url: URL, error: unknown, closed: boolean): CentralOpsError {
  // The loopback guard and the connect timeout have said it already.
  if (error instanceof CentralOpsError) return error;
  const { host } = url;
  if (closed) {
    return new CentralOpsError('cancelled', `The request to ${host} was given up: this process is closing.`, {
      facts: { host },
    });
  }
  const code = errorCode(error);
  const { what, nextStep } = explain(code);
  return new CentralOpsError('unreachable', `${host} could not be asked: ${what}${code === '' ? '' : ` (${code})`}.`, {
    facts: { host, reason: code },
    nextStep,
    cause: error,
  });
}

export function connectTimeout(url: URL, millis: number): CentralOpsError {
  return new CentralOpsError('unreachable', `${url.host} did not accept a connection within ${millis / 1000} s.`, {
    facts: { host: url.host, reason: 'ETIMEDOUT' },
    nextStep: 'Check that this machine may reach it: firewall, proxy, VPN, VPC endpoint.',
  });
}

function errorCode(error: unknown): string {
  return systemCodeOf(error) ?? '';
}

function explain(code: string): { readonly what: string; readonly nextStep: string } {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return { what: 'its name did not resolve', nextStep: 'Check the Region in the host name, and this machine’s DNS.' };
  }
  if (code === 'ECONNREFUSED') {
    return { what: 'nothing listens there', nextStep: 'Check the host and port, and that the server is running.' };
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET)|TLS|SSL/.test(code)) {
    return {
      what: 'its TLS certificate was not accepted',
      nextStep: 'Behind an inspecting proxy, name its certificate with AWS_CA_BUNDLE or NODE_EXTRA_CA_CERTS.',
    };
  }
  if (code === 'ECONNRESET' || code === 'EPIPE' || code === '') {
    return { what: 'the connection ended before the reply was complete', nextStep: 'Ask again.' };
  }
  return { what: 'the connection failed', nextStep: 'Check that this machine may reach it: firewall, proxy, VPN.' };
}
