import { hash, verify } from '@node-rs/argon2';
import { fault } from '@open-ballot/shared/rules/fault';
import { invalid } from '../http/problem.ts';

/** Argon2id (the library's default) with 19 MiB and two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost);

let nobodysHash: Promise<string> | undefined;

/** Takes the same work whether or not there is a hash, so that a clock does not tell which logins exist. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const isRight = await verify(
    passwordHash ?? (await (nobodysHash ??= hashPassword('nobody'))),
    password.normalize('NFKC'),
  );
  return passwordHash !== null && isRight;
}

/** Of the demonstration's accounts; printed in the README, so that nothing real may open to it. */
export const demonstrationPassword = 'rehearsal';

/** @throws {Problem} `invalid` for the password that everybody knows. */
export function mustBeSecret(password: string | undefined, path = 'password'): void {
  if (password?.trim().toLowerCase() === demonstrationPassword) throw invalid(fault(path, 'password-known'));
}
