import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { addressOf, freePortFrom, greet } from './greeting.ts';

describe('the port', () => {
  it('is the next free one when its own is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    try {
      expect(await freePortFrom(port, '127.0.0.1')).toBeGreaterThan(port);
    } finally {
      taken.close();
    }
    await once(taken, 'close');
    expect(await freePortFrom(port, '127.0.0.1')).toBe(port);
  });

  it('fails for a reason that another port does not mend', async () => {
    await expect(freePortFrom(3000, '192.0.2.1')).rejects.toThrow('EADDRNOTAVAIL');
  });
});

describe('the greeting', () => {
  it('names one address, and the accounts only of a demonstration', async () => {
    const greeting = await greet('http://127.0.0.1:3000', { isForLan: false, hasDemonstration: true });
    expect(greeting.match(/https?:\/\//g)).toHaveLength(1);
    expect(greeting).toMatch(/secretary +секретарь/);
    expect(greeting).toContain('rehearsal');
    const bare = await greet('http://127.0.0.1:3000', { isForLan: false, hasDemonstration: false });
    expect(bare).not.toContain('rehearsal');
    expect(bare).toContain('npm run create-administrator');
  });

  it('draws the address for the phones of a hall', async () => {
    expect(await greet('http://192.168.0.7:3000', { isForLan: true, hasDemonstration: false })).toMatch(
      /[▀▄█]{10}/,
    );
  });

  it('spells addresses as browsers read them', () => {
    expect(addressOf('127.0.0.1', 3000)).toBe('http://127.0.0.1:3000');
    expect(addressOf('::1', 80)).toBe('http://[::1]:80');
    expect(addressOf('0.0.0.0', 3000)).toMatch(/^http:\/\/(?!0\.0\.0\.0)[\d.]+:3000$/);
  });
});
