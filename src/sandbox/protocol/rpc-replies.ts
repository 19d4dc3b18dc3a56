import { jsonReply, type HttpReply } from './http-reply.js';

export function rpcResult(id: string | number, result: object): HttpReply {
  return jsonReply(200, { jsonrpc: '2.0', id, result });
}

export function rpcError(status: number, id: string | number | null, code: number, message: string): HttpReply {
  return jsonReply(status, { jsonrpc: '2.0', id, error: { code, message } });
}
