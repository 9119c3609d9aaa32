import { describe, expect, it } from '@jest/globals';
import { addressGroup } from './address-group.ts';

describe('an address group', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7', '198.51.100.7'],
    ['::FFFF:c633:6407', '198.51.100.7', '198.51.100.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1::/48'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64', '2001:db8:1::/48'],
    ['2001:db8::1', '2001:db8:0:0::/64', '2001:db8:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64', 'fe80:0:0::/48'],
    ['::1', '0:0:0:0::/64', '0:0:0::/48'],
    ['no address', 'no address', 'no address'],
  ])('of %s is %s in %s', (address, group, site) => {
    expect(addressGroup(address)).toEqual({ group, site });
  });
});
