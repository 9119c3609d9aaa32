/**
 * Classes 08 and 57P: connection trouble and shutdown; 53300: no connection left; 25P03, 55P03, 57014: a transaction,
 * a lock or a statement ran out of its time. The rest are the system's own.
 */
const awayCode =
  /^(08...|57P0.|53300|25P03|55P03|57014|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND)$/;
const awayMessage =
  /Connection terminated|not queryable|timeout exceeded when trying to connect|Driver not Connected|runner already released/i;

/** Whether the database could not be asked at all, or not in time, as opposed to having said no. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  // The driver gives these no code.
  // eslint-disable-next-line no-restricted-syntax
  if (typeof code !== 'string') return awayMessage.test(error.message);
  // A missing file is no missing database; a socket that is not there is.
  return awayCode.test(code) && (code !== 'ENOENT' || syscall === 'connect');
}
