import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, listen, type LoopbackServer } from '../network/loopback-server.js';

export interface StsRequest {
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly authorization: string;
}

export type StsReply =
  | { readonly kind: 'error'; readonly status: number; readonly code: string; readonly message: string }
  | { readonly kind: 'xml'; readonly xml: string }
  | { readonly kind: 'reset' }
  | { readonly kind: 'silence' };

export interface StsStub extends LoopbackServer {
  readonly requests: StsRequest[];
}

/** STS as far as the wire goes: the query protocol in, XML out. What it answers is the test's business. */
export async function stsStub(answer: (request: StsRequest, count: number) => StsReply): Promise<StsStub> {
  const requests: StsRequest[] = [];
  const respond = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parameters = Object.fromEntries(new URLSearchParams(await bodyOf(incoming)));
    const request = {
      action: parameters['Action'] ?? '',
      parameters,
      authorization: incoming.headers.authorization ?? '',
    };
    requests.push(request);
    const reply = answer(request, requests.length);
    if (reply.kind === 'reset') incoming.socket.destroy();
    else if (reply.kind === 'xml') response.writeHead(200, { 'content-type': 'text/xml' }).end(reply.xml);
    else if (reply.kind === 'error') {
      response
        .writeHead(reply.status, { 'content-type': 'text/xml' })
        .end(
          `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>` +
            `<Code>${reply.code}</Code><Message>${reply.message}</Message></Error><RequestId>r</RequestId></ErrorResponse>`,
        );
    }
  };
  const server = await listen((incoming, response) => void respond(incoming, response));
  return { ...server, requests };
}

/** The reply to an AssumeRole for `roleArn`; `identity` is what it claims to have assumed. */
export function assumed(request: StsRequest, identity?: string): StsReply {
  const [, partition, , , accountId = '', role = ''] = (request.parameters['RoleArn'] ?? '').split(':');
  const name = role.split('/').at(-1) ?? '';
  const session = request.parameters['RoleSessionName'] ?? '';
  const arn = identity ?? `arn:${partition}:sts::${accountId}:assumed-role/${name}/${session}`;
  return {
    kind: 'xml',
    xml:
      `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>` +
      `<AssumedRoleUser><AssumedRoleId>AROA:x</AssumedRoleId><Arn>${arn}</Arn></AssumedRoleUser>` +
      `<Credentials><AccessKeyId>key-${accountId}</AccessKeyId><SecretAccessKey>secret-${accountId}</SecretAccessKey>` +
      `<SessionToken>token-${accountId}</SessionToken><Expiration>2030-01-01T00:00:00Z</Expiration></Credentials>` +
      `</AssumeRoleResult></AssumeRoleResponse>`,
  };
}
