import type { IncomingMessage } from 'node:http';

/** Whether a request comes from a page of this house, as far as its browser says. */
export class SameOrigin {
  /** `trusts` says whose X-Forwarded-Host is believed. */
  constructor(private readonly trusts: (address: string | undefined) => boolean) {}

  /** No Origin header: not a browser, and no cookie of somebody else's. With one, its host must be ours. */
  isOurs(request: IncomingMessage): boolean {
    const { origin } = request.headers;
    if (origin === undefined) return true;
    return URL.canParse(origin) && new URL(origin).host === this.hostOf(request);
  }

  /**
   * Beside the cookie's SameSite=Strict: a request that changes anything must come from our own page.
   * Sec-Fetch-Site is believed first, since a proxy may rewrite the host; on plain http browsers do not send it.
   */
  mayChange(request: IncomingMessage): boolean {
    const site = request.headers['sec-fetch-site'];
    return site === undefined ? this.isOurs(request) : site === 'same-origin';
  }

  private hostOf(request: IncomingMessage): string | undefined {
    const forwarded = request.headers['x-forwarded-host'];
    if (typeof forwarded === 'string' && this.trusts(request.socket.remoteAddress))
      return forwarded.split(',').at(-1)?.trim();
    return request.headers.host;
  }
}
