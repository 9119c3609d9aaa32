import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits: nobody guesses them, so a plain digest is enough to keep them from whoever reads the table. */
export const freshToken = (): string => randomBytes(32).toString('base64url');

export const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

export const tokenLength = 43;
