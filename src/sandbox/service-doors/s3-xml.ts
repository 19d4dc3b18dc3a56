import { randomUUID } from 'node:crypto';
import { isJsonObject, type Json, type JsonObject } from '../../domain/json.js';
import { type HttpReply, reply } from '../protocol/http-reply.js';
import { escapeXml } from '../protocol/sts-replies.js';

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';
const XML = { 'content-type': 'application/xml' } as const;

/** The one reply that is written: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html */
export function s3Reply(operation: string, { Buckets, ...rest }: JsonObject): HttpReply {
  const buckets = `<Buckets>${listed(Buckets, 'Bucket')}</Buckets>`;
  const root = operation === 'ListBuckets' ? 'ListAllMyBucketsResult' : `${operation}Result`;
  return reply(
    200,
    `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${NAMESPACE}">${xmlOf(rest)}${buckets}</${root}>`,
    XML,
  );
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
export function s3Error(code: string, message: string): HttpReply {
  const word = code.replace(/Exception$/, '');
  const known = word === 'UnrecognizedClient' ? 'InvalidAccessKeyId' : word;
  return reply(
    known === 'InternalError' ? 500 : 403,
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${escapeXml(known)}</Code><Message>${escapeXml(message)}</Message><RequestId>${randomUUID()}</RequestId></Error>`,
    XML,
  );
}

function listed(items: Json | undefined, element: string): string {
  return isList(items) ? items.map((item) => `<${element}>${xmlOf(item)}</${element}>`).join('') : '';
}

function xmlOf(value: Json): string {
  if (!isJsonObject(value)) return escapeXml(typeof value === 'string' ? value : JSON.stringify(value));
  return Object.entries(value)
    .map(([name, member]) => `<${name}>${xmlOf(member)}</${name}>`)
    .join('');
}

/** `Array.isArray` does not narrow a read-only array. */
function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
