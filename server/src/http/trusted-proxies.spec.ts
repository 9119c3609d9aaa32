import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { SameOrigin } from './same-origin.ts';
import { proxyNotice, trustedProxies, unnamedProxyNotice } from './trusted-proxies.ts';

describe('trusted proxies', () => {
  it('are nobody unless they are named', () => {
    const trusts = trustedProxies();
    expect(['127.0.0.1', '::1', '192.168.0.7', undefined].map(trusts)).toEqual([false, false, false, false]);
  });

  it('are the addresses and subnets that are named, also as IPv6 spells them', () => {
    const trusts = trustedProxies('127.0.0.1, 10.1.0.0/16,fd00::/8');
    expect(['127.0.0.1', '::ffff:127.0.0.1', '10.1.255.1', 'fd12::1'].map(trusts)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['127.0.0.2', '10.2.0.1', 'fe80::1', 'localhost'].map(trusts)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('are not guessed from what is no address', () => {
    expect(() => trustedProxies('loopback')).toThrow('TRUST_PROXY names no address or subnet: loopback');
    expect(() => trustedProxies('10.0.0.0/99')).toThrow();
  });
});

it('a proxy that nobody has named is told of, once', () => {
  const said: string[] = [];
  const notice = proxyNotice(trustedProxies('203.0.113.5'), (words) => said.push(words));
  const from = (remoteAddress: string, headers = {}) =>
    notice({ headers, socket: { remoteAddress } } as unknown as IncomingMessage);
  from('203.0.113.6');
  from('203.0.113.5', { 'x-forwarded-for': '198.51.100.7' });
  expect(said).toEqual([]);
  from('203.0.113.6', { 'x-forwarded-for': '198.51.100.7' });
  from('203.0.113.6', { 'x-forwarded-for': '198.51.100.7' });
  expect(said).toEqual([expect.stringContaining('203.0.113.6, which TRUST_PROXY does not name')]);
});

it('a proxy that must be there and is not named is told of at the start', () => {
  const said: string[] = [];
  const say = (words: string) => void said.push(words);
  unnamedProxyNotice({ publicUrl: 'https://vote.example', trustProxy: '127.0.0.1' }, say);
  unnamedProxyNotice({ publicUrl: 'http://192.168.0.7:3000' }, say);
  unnamedProxyNotice({}, say);
  expect(said).toEqual([]);
  unnamedProxyNotice({ publicUrl: 'https://vote.example' }, say);
  expect(said).toEqual([expect.stringContaining('https://vote.example through a proxy')]);
});

describe('the origin of a request', () => {
  const request = (headers: Record<string, string>, remoteAddress = '203.0.113.5') =>
    ({
      headers: { host: 'inner:3000', ...headers },
      socket: { remoteAddress },
    }) as unknown as IncomingMessage;
  const behindProxy = new SameOrigin(trustedProxies('203.0.113.5'));

  it('is ours when its host is the one the proxy was asked for', () => {
    const headers = { origin: 'https://vote.example', 'x-forwarded-host': 'vote.example' };
    expect(behindProxy.isOurs(request(headers))).toBe(true);
    expect(behindProxy.isOurs(request(headers, '203.0.113.6'))).toBe(false);
    expect(
      behindProxy.isOurs(request({ ...headers, 'x-forwarded-host': 'vote.example, elsewhere.example' })),
    ).toBe(false);
  });

  it('is not ours when it is no address at all', () => {
    expect(behindProxy.isOurs(request({ origin: 'null' }))).toBe(false);
    expect(behindProxy.isOurs(request({ origin: '' }))).toBe(false);
  });

  it('is believed of a browser that tells where the page came from', () => {
    expect(
      behindProxy.mayChange(request({ 'sec-fetch-site': 'same-origin', origin: 'https://vote.example' })),
    ).toBe(true);
    expect(behindProxy.mayChange(request({ 'sec-fetch-site': 'none' }))).toBe(false);
  });
});
