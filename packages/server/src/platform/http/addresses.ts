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

/** Where to learn who a visitor is: how many proxies of ours stand in front, the first of them near. */
export interface Proxies {
  readonly publicUrl: string;
  readonly proxyHops: number;
}

/** We speak no TLS ourselves: an https address means that a proxy near us does, and says who the visitor is. */
const hopsOf = ({ publicUrl, proxyHops }: Proxies): number => (publicUrl.startsWith('https:') ? proxyHops : 0);

/** Whether the address `hop` steps away is a proxy of ours, which says who came to it; what is farther away may be invented. */
export function trusts(proxies: Proxies): (address: string, hop: number) => boolean {
  const hops = hopsOf(proxies);
  return (address, hop) => hop < hops && (hop > 0 || isNear(address));
}

/** Who is at the other end. Each proxy adds, at the end of the list, the address that came to it. */
export function clientAddress({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>, proxies: Proxies): string {
  const trusted = trusts(proxies);
  const said = String(headers['x-forwarded-for'] ?? '').split(',').map((each) => each.trim()).filter(Boolean);
  const chain = [socket.remoteAddress ?? '', ...said.toReversed()];
  return chain.find((address, hop) => !trusted(address, hop)) ?? chain.at(-1)!;
}

/** The /24 of an IPv4 address, the /64 of an IPv6 one: about one household or school. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain.split('.').slice(0, 3).join('.');
  const [head = '', tail] = plain.split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const whole = tail === undefined ? before : [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after];
  return whole.slice(0, 4).map((each) => Number.parseInt(each, 16).toString(16)).join(':');
}
