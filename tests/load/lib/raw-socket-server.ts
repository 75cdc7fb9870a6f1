import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

/** The floor of fan-out: the same string sent to every socket, on a signal. Started as a process of its own. */
const FIRST_ANSWER = 420;

const http = createServer((request, response) => {
  const [, act, size] = (request.url ?? '').split('/');
  if (act === 'send') {
    const text = 'x'.repeat(Number(size));
    for (const socket of server.clients) socket.send(text);
  }
  response.setHeader('content-length', 2).end('ok');
});
const server = new WebSocketServer({ server: http, handleProtocols: (protocols) => [...protocols][0] ?? false });
// The same conversation in as many frames of the same length, and nothing behind it: no protocol, no document, no data.
server.on('connection', (socket) => {
  socket.on('message', (data: Buffer) => {
    const asked = data.toString();
    socket.send(asked.includes('connection_init') ? '{"type":"connection_ack"}' : 'x'.repeat(FIRST_ANSWER));
  });
});
http.listen(Number(process.env['PORT']), '127.0.0.1');
