import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

/** The floor of fan-out: the same string sent to every socket, on a signal. Started as a process of its own. */
const http = createServer((request, response) => {
  const [, act, size] = (request.url ?? '').split('/');
  if (act === 'send') {
    const text = 'x'.repeat(Number(size));
    for (const socket of server.clients) socket.send(text);
  }
  response.setHeader('content-length', 2).end('ok');
});
const server = new WebSocketServer({ server: http, handleProtocols: (protocols) => [...protocols][0] ?? false });
// As many frames as the protocol's own greeting costs, so that connecting is compared like with like.
server.on('connection', (socket) => { socket.on('message', () => { socket.send('{"type":"connection_ack"}'); }); });
http.listen(Number(process.env['PORT']), '127.0.0.1');
