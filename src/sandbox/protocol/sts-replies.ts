import { randomUUID } from 'node:crypto';
import { reply, type HttpReply } from './http-reply.js';

/** A refusal in STS's own code and status. */
export class StsError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'StsError';
    this.code = code;
    this.status = status;
  }
}

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** `result` is the XML inside the operation's result element. */
export function succeeded(operation: string, result: string): HttpReply {
  const body =
    `<${operation}Response xmlns="${NAMESPACE}"><${operation}Result>${result}</${operation}Result>` +
    `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${operation}Response>`;
  return reply(200, body, { 'content-type': 'text/xml' });
}

export function failed(error: StsError): HttpReply {
  const sender = error.status < 500 ? 'Sender' : 'Receiver';
  const body =
    `<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>${sender}</Type><Code>${error.code}</Code>` +
    `<Message>${escapeXml(error.message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`;
  return reply(error.status, body, { 'content-type': 'text/xml' });
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
