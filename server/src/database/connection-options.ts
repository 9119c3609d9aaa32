import type { ClientConfig } from 'pg';

/** Of any connection: how long a greeting may take, and that the system asks now and then whether the peer is there. */
export const patient = {
  connectionTimeoutMillis: 5_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
} satisfies ClientConfig;

/**
 * Of a connection whose answer a person waits for. What takes longer is said to be away: a lock somebody keeps, a
 * statement, and last of all silence. Each is a little longer than the one before, so that the database still says
 * itself what was the matter.
 */
export const prompt = {
  ...patient,
  lock_timeout: 3_000,
  statement_timeout: 4_000,
  query_timeout: 4_500,
  // A process that stands still, or whose machine is gone, must not keep the lock of a session.
  idle_in_transaction_session_timeout: 5_000,
} satisfies ClientConfig;
