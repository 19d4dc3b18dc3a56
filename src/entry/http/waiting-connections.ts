import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Bounds the connections of all clients together. Above the limit, the one that has waited longest for its client to send a (whole)
 * request is closed for the new one: closing the new one instead would let a few thousand silent connections lock everybody out.
 * Connections whose request is being answered, and those that have become WebSockets, stay.
 */
export function boundConnections(server: Server, most: number): void {
  let open = 0;
  /** In the order in which they began to wait. */
  const waiting = new Set<Socket>();

  server.on('connection', (socket) => {
    open += 1;
    waiting.add(socket);
    socket.once('close', () => {
      open -= 1;
      waiting.delete(socket);
    });
    if (open <= most) return;
    const [longest = socket] = waiting;
    waiting.delete(longest);
    longest.destroy();
  });
  server.on('request', (request, response) => {
    const { socket } = request;
    request.once('end', () => waiting.delete(socket));
    response.once('finish', () => {
      // To the end of the queue.
      waiting.delete(socket);
      if (!socket.destroyed) waiting.add(socket);
    });
  });
  server.on('upgrade', ({ socket }) => waiting.delete(socket));
}
