import { isIP } from 'node:net';

/** Who is behind an address, as far as an address tells. */
export interface AddressGroup {
  /** An IPv4 address, or the /64 of an IPv6 one: what one household or one hall has of addresses. */
  readonly group: string;
  /** The same IPv4 address, or the /48: what one customer may have of groups. */
  readonly site: string;
}

export function addressGroup(address: string): AddressGroup {
  const [plain = ''] = address.split('%');
  if (isIP(plain) !== 6) return { group: plain, site: plain };
  const parts = hextetsOf(plain);
  if (parts.slice(0, 6).join(':') === '0:0:0:0:0:ffff') {
    const whole = parts.slice(6).map((part) => parseInt(part, 16));
    const mapped = whole.flatMap((part) => [part >> 8, part & 255]).join('.');
    return { group: mapped, site: mapped };
  }
  return { group: `${parts.slice(0, 4).join(':')}::/64`, site: `${parts.slice(0, 3).join(':')}::/48` };
}

/** The eight parts, without leading zeros. The parser of addresses knows every way to spell them. */
function hextetsOf(address: string): string[] {
  const spelled = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = '', tail] = spelled.split('::');
  const left = head === '' ? [] : head.split(':');
  if (tail === undefined) return left;
  const right = tail === '' ? [] : tail.split(':');
  return [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
}
