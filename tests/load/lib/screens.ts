import { WebSocket } from 'ws';

/** Sockets that look on at one thing, each behind an address of its own, as people are. */
export interface Screens {
  /** Characters of the last frame one of them heard. */
  length(): number;
  /** Milliseconds from each act to each screen that heard of it, act after act with a pause between. */
  delaysOf(acts: number, pause: number, act: () => Promise<unknown>): Promise<number[]>;
  leave(): void;
}

export async function screens(port: number, count: number, document: string, id: string): Promise<Screens> {
  let length = 0;
  const sockets = await Promise.all(Array.from({ length: count }, (_, n) => {
    // A crowd behind one address would meet the server's limit for one address.
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', { localAddress: `127.0.1.${1 + n % 200}`, perMessageDeflate: false });
    return greeted(socket, document, id, String(1 + n % 6));
  }));
  return {
    length: () => length,
    async delaysOf(acts, pause, act) {
      const delays: number[] = [];
      let [sentAt, due] = [0, 0];
      let all = () => {};
      const hear = (data: Buffer) => {
        length = data.length;
        delays.push(performance.now() - sentAt);
        due -= 1;
        if (due <= 0) all();
      };
      for (const socket of sockets) socket.on('message', hear);
      for (let n = 0; n < acts; n += 1) {
        due = count;
        const heard = new Promise<void>((resolve) => { all = resolve; });
        sentAt = performance.now();
        await act();
        // Who hears nothing for two seconds has missed it.
        await Promise.race([heard, wait(2_000)]);
        if (pause > 0) await wait(pause);
      }
      for (const socket of sockets) socket.off('message', hear);
      return delays;
    },
    leave: () => { for (const socket of sockets) socket.terminate(); },
  };
}

const wait = (ms: number) => new Promise<void>((resolve) => { setTimeout(resolve, ms); });

/** Resolves once the first answer of the subscription has come. */
function greeted(socket: WebSocket, document: string, id: string, operation: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', (code) => reject(new Error(`closed with ${code}`)));
    socket.once('open', () => socket.send('{"type":"connection_init"}'));
    const hear = (data: Buffer) => {
      const text = data.toString();
      if (text.includes('connection_ack')) {
        socket.send(JSON.stringify({ id: operation, type: 'subscribe', payload: { query: document, variables: { id } } }));
        return;
      }
      if (text.includes('"errors"') || text.includes('"type":"error"')) reject(new Error(text));
      socket.off('message', hear);
      resolve(socket);
    };
    socket.on('message', hear);
  });
}
