import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/**
 * Whose X-Forwarded headers are believed: addresses and subnets, separated by commas; nobody's by default.
 *
 * Never all private addresses: in a hall every phone has one and could forge another past the rate limits.
 *
 * @throws {TypeError} for what is no address.
 */
export function trustedProxies(list = ''): (address: string | undefined) => boolean {
  const trusted = new BlockList();
  for (const each of list.split(',').map((part) => part.trim())) {
    if (each === '') continue;
    const [address = '', length] = each.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (isIP(address) === 0) throw new TypeError(`TRUST_PROXY names no address or subnet: ${each}`);
    if (length === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(length), family);
  }
  return (address) =>
    address !== undefined &&
    isIP(address) !== 0 &&
    trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Says once that a proxy stands in front which nobody has named: all people behind it are then one address, and
 * share one queue when they sign in.
 */
export function proxyNotice(
  trusts: (address: string | undefined) => boolean,
  say: (words: string) => void,
): (request: IncomingMessage) => void {
  let isSaid = false;
  return ({ headers, socket }) => {
    if (isSaid || headers['x-forwarded-for'] === undefined || trusts(socket.remoteAddress)) return;
    isSaid = true;
    say(
      `X-Forwarded-For comes from ${socket.remoteAddress ?? 'a peer'}, which TRUST_PROXY does not name, and is not ` +
        'believed. If that is your proxy, name it: until then everybody behind it is taken for one address.',
    );
  };
}
