import * as rules from '../rules/evolve.ts';
import * as sealed from '../rules/showing/reveal.ts';
import type { JournalEntry, Opening } from '../rules/events.ts';
import type { Session } from '../rules/session.ts';
import { sha256Hex } from './chain.ts';

/** Applies one entry, with the digest that journals are made of. */
export const evolve = (session: Session | undefined, entry: JournalEntry): Session =>
  rules.evolve(session, entry, sha256Hex);

/** The session that a whole journal tells of. */
export const replay = (entries: Iterable<JournalEntry>): Session => rules.replay(entries, sha256Hex);

/** Opens what was sealed, after the closing of its round (rule 10.4). */
export const reveal = (
  session: Session,
  openings: readonly { readonly position: number; readonly opening: Opening }[],
): Session => sealed.reveal(session, openings, sha256Hex);
