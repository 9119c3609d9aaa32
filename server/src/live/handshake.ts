import { liveVersion } from '@open-ballot/shared/contract/live';
import type { Namespace, Socket } from 'socket.io';
import type { SameOrigin } from '../http/same-origin.ts';

/**
 * Turns away who must not connect: pages of other sites, since CORS does not cover WebSockets,
 * and clients of another version, which are told to reload.
 */
export function guardHandshake(namespace: Namespace, sameOrigin: SameOrigin): void {
  namespace.use((socket, next) => {
    if (!sameOrigin.isOurs(socket.request)) next(new Error('origin'));
    else if (speaksAnotherVersion(socket)) next(new Error('reload'));
    else next();
  });
}

function speaksAnotherVersion({ handshake }: Socket): boolean {
  const { version } = handshake.auth as { readonly version?: unknown };
  return version !== undefined && version !== liveVersion;
}
