import type { IssuedProtocol, Session } from '../rules/session.ts';

/** The issued version that still tells the whole of a session: the latest one, unless the commission has sat again. */
export function standingProtocol({
  protocols,
  openings,
}: Pick<Session, 'protocols' | 'openings'>): IssuedProtocol | undefined {
  const latest = protocols.at(-1);
  return latest && latest.issuedAt >= (openings.at(-1)?.at ?? '') ? latest : undefined;
}
