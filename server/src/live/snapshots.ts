import { changesViewers } from '@open-ballot/shared/contract/live';
import type { JournalEntry } from '@open-ballot/shared/rules/events';
import {
  hiddenTallies,
  redact,
  redactSession,
  type Audience,
} from '@open-ballot/shared/rules/showing/redact';
import type { Session } from '@open-ballot/shared/rules/session';
import type { SessionProjection } from '../desk/session-projection.ts';
import type { DeskCaller } from '../desk/submission.ts';
import { audienceOf, youOf } from '../sessions/view.ts';
import { Encoded } from './encoded.ts';

/** A gap of more entries than this is not filled in but answered with the whole session. */
const longestCatchUp = 1_000;
/** Answers kept for others who ask the same. Whoever asks after every position in turn fills no memory with them. */
const keptTexts = 32;

/**
 * What somebody who comes to watch a session is answered. The large part is the same for a whole audience
 * and is encoded once for each position, so that a thousand may come at once.
 */
export class Snapshots {
  private position = -1;
  private readonly texts = new Map<string, string>();

  constructor(private readonly projection: SessionProjection) {}

  /** A `CatchUp` where `after` names a small gap, otherwise a `Snapshot`. */
  answer(caller: DeskCaller, after: number | undefined, serverTime: string): Encoded {
    const { session, head } = this.projection;
    const audience = audienceOf(session, caller);
    const large = (after === undefined ? undefined : this.gap(audience, after)) ?? this.whole(audience);
    const own = JSON.stringify({
      position: head.position,
      headHash: head.hash,
      you: youOf(session, caller),
      serverTime,
    });
    return new Encoded(`${own.slice(0, -1)},${large}}`);
  }

  private whole(audience: Audience): string {
    const session = () => redactSession(this.projection.session, audience);
    return this.once(audience, () => `"session":${JSON.stringify(session())}`);
  }

  private gap(audience: Audience, after: number): string | undefined {
    const { session } = this.projection;
    const entries = this.projection.recentAfter(after);
    if (!entries || entries.length > longestCatchUp || isBeyondEntries(entries, session)) return undefined;
    return this.once(`${audience} ${after}`, () => {
      const tallies = hiddenTallies(session);
      const shown = entries.map((entry) => redact(entry, audience, session));
      return `"entries":${JSON.stringify(shown)}${tallies ? `,"tallies":${JSON.stringify(tallies)}` : ''}`;
    });
  }

  private once(key: string, encode: () => string): string {
    if (this.position !== this.projection.head.position) {
      this.texts.clear();
      this.position = this.projection.head.position;
    }
    let text = this.texts.get(key);
    if (text === undefined) {
      text = encode();
      if (this.texts.size < keptTexts) this.texts.set(key, text);
    }
    return text;
  }
}

const isBeyondEntries = (entries: readonly JournalEntry[], session: Session): boolean =>
  entries.some(({ event: { type } }) => changesViewers.has(type)) || hasOpenings(session);

/**
 * Openings follow their closing in a message of their own. A screen that went away in between has every entry
 * and asks for none, and would be left without them.
 */
const hasOpenings = ({ ruleSet, questions }: Session): boolean =>
  ruleSet.visibility !== 'names' &&
  questions.some(({ rounds }) => rounds.some(({ status }) => status !== 'open'));
