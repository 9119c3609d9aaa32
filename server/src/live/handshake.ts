import { liveVersion } from '@open-ballot/shared/contract/live';
import type { Namespace, Socket } from 'socket.io';
import { membersBody } from '../http/body-bounds.ts';
import type { SameOrigin } from '../http/same-origin.ts';
import { letIn } from './fan-out.ts';

/** Connections of one process beyond which only people who have signed in are let in. */
const strangersUpTo = 20_000;

interface Door {
  readonly sameOrigin: SameOrigin;
  /** Whether somebody who has signed in comes with this Cookie header. */
  readonly knows: (cookieHeader: string | undefined) => Promise<boolean>;
  readonly strangersUpTo?: number;
}

/**
 * Turns away who must not connect: pages of other sites, since CORS does not cover WebSockets,
 * clients of another version, which are told to reload, and strangers where they would take the place of members.
 * From whoever has signed in longer messages are taken than from strangers, as over HTTP.
 */
export function guardHandshake(namespace: Namespace, door: Door): void {
  const most = door.strangersUpTo ?? strangersUpTo;
  namespace.use((socket, next) => {
    if (!door.sameOrigin.isOurs(socket.request)) next(new Error('origin'));
    else if (speaksAnotherVersion(socket)) next(new Error('reload'));
    else
      void isKnown(door, socket).then((known) => {
        if (known) letIn(socket, membersBody);
        next(known || namespace.sockets.size < most ? undefined : new Error('full'));
      });
  });
  // Nobody has business in the main namespace; who joins none at all is disconnected by Socket.IO.
  namespace.server.use((_socket, next) => next(new Error('namespace')));
}

const isKnown = ({ knows }: Door, { handshake }: Socket): Promise<boolean> =>
  knows(handshake.headers.cookie).catch(() => false);

function speaksAnotherVersion({ handshake }: Socket): boolean {
  const { version } = handshake.auth as { readonly version?: unknown };
  return version !== undefined && version !== liveVersion;
}
