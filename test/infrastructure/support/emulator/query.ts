import { isObject, type Json } from '../json.js';

/** The AWS Query protocol (https://smithy.io/2.0/aws/protocols/aws-query-protocol.html): form in, XML out. */

/** `Parameters.member.1.ParameterKey=a` and its like as nested data. */
export function readForm(body: string): { [key: string]: Json } {
  const root: { [key: string]: Json } = {};
  for (const [path, value] of new URLSearchParams(body)) {
    const parts = path.split('.');
    let node = root;
    for (const part of parts.slice(0, -1)) {
      const next = node[part];
      const child: { [key: string]: Json } = isObject(next) ? next : {};
      node[part] = child;
      node = child;
    }
    node[parts.at(-1) ?? ''] = value;
  }
  return root;
}

/** The elements of a list in a form. */
export function members(value: Json | undefined): readonly Json[] {
  const list = isObject(value) ? value['member'] : undefined;
  return isObject(list) ? Object.values(list) : [];
}

export function texts(value: Json | undefined): readonly string[] {
  return members(value).filter((item) => typeof item === 'string');
}

export function replyXml(action: string, result: { [key: string]: Json | undefined }): string {
  return `<${action}Response><${action}Result>${xml(result)}</${action}Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></${action}Response>`;
}

export function errorXml(code: string, message: string): string {
  return `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${escape(message)}</Message></Error><RequestId>r</RequestId></ErrorResponse>`;
}

function xml(value: { [key: string]: Json | undefined }): string {
  return Object.entries(value)
    .filter(([, child]) => child !== undefined)
    .map(([name, child]) => `<${name}>${inner(child ?? null)}</${name}>`)
    .join('');
}

function inner(value: Json): string {
  if (Array.isArray(value)) return value.map((item) => `<member>${inner(item)}</member>`).join('');
  return isObject(value) ? xml(value) : escape(String(value));
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
