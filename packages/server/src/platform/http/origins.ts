import type { Socket } from 'node:net';

/** Pages that may use a visitor's cookie here: those of this server itself, under each of its names. */
export interface Origins {
  has(origin: string, socket: Pick<Socket, 'localAddress' | 'localPort'>): boolean;
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

export function allowedOrigins(publicUrl: string): Origins {
  const published = new URL(publicUrl).origin;
  return {
    has(origin, { localAddress, localPort }) {
      if (origin === published) return true;
      const address = localAddress?.replace(/^::ffff:/, '') ?? '';
      const names = [...LOOPBACK, address.includes(':') ? `[${address}]` : address];
      return names.some((name) => origin === originOf(name, localPort));
    },
  };
}

function originOf(name: string, port: number | undefined): string {
  return port === 80 ? `http://${name}` : `http://${name}:${port}`;
}
