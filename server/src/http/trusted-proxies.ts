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
 * Says at the start that a proxy must stand in front and none is named: this server speaks no TLS itself, so that
 * somebody else does where people come by https.
 */
export function unnamedProxyNotice(
  { publicUrl, trustProxy }: { readonly publicUrl?: string; readonly trustProxy?: string },
  say: (words: string) => void,
): void {
  if (trustProxy || !publicUrl?.startsWith('https:')) return;
  say(
    `people come to ${publicUrl} through a proxy, and TRUST_PROXY names none: its headers are not believed, and ` +
      'everybody behind it is taken for one address',
  );
}

/** Says once that headers come from a proxy that nobody has named: all people behind it share one queue at sign-in. */
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
