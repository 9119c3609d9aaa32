import { QueryFailedError } from 'typeorm';

/** Whether an insert or update failed because the named key was taken. */
export function violates(error: unknown, constraint: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code, constraint: violated } = error.driverError as {
    readonly code?: string;
    readonly constraint?: string;
  };
  return code === '23505' && violated === constraint;
}
