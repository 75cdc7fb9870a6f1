import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';

const near = new BlockList();
for (const [net, prefix] of [['127.0.0.0', 8], ['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['169.254.0.0', 16]] as const) {
  near.addSubnet(net, prefix, 'ipv4');
}
for (const [net, prefix] of [['::1', 128], ['fc00::', 7], ['fe80::', 10]] as const) near.addSubnet(net, prefix, 'ipv6');

/** An address of this machine or of its own network, where only our proxy can be. */
export function isNear(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '');
  return near.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
}

/** We speak no TLS ourselves: an https address means that a proxy near us does, and says who the visitor is. */
export function hasProxy(publicUrl: string): boolean {
  return publicUrl.startsWith('https:');
}

/** Who is at the other end; behind a proxy, the last address of the chain that is not one of ours. */
export function clientAddress({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>, proxied: boolean): string {
  const peer = socket.remoteAddress ?? '';
  if (!proxied || !isNear(peer)) return peer;
  const chain = String(headers['x-forwarded-for'] ?? '').split(',').map((each) => each.trim()).filter(Boolean);
  return chain.findLast((each) => !isNear(each)) ?? chain[0] ?? peer;
}
