import type { Me } from '@open-ballot/shared/contract/http';

/** Where a person goes once signed in: where they were headed, else to their only session, else to the start page. */
export function afterSignIn(me: Me, headedTo: string | null): string {
  // Only paths of this house: `//elsewhere` would lead out of it.
  if (headedTo && /^\/(?![/\\])/.test(headedTo)) return headedTo;
  if (me.roles.includes('secretary')) return '/';
  const [only, ...more] = me.seats;
  return only && more.length === 0 ? `/session/${only.sessionId}` : '/';
}
