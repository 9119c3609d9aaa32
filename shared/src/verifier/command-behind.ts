import type { Caller, SessionCommand, Surroundings } from '../rules/commands.ts';
import { actorOf, eventOf, type JournalEntry } from '../rules/events.ts';
import { isWrittenProcedure, questionOf, type Session } from '../rules/session.ts';

/** The command that a recorded fact answers, and by whom it was given, as far as the journal tells. */
export interface CommandBehind {
  readonly command: SessionCommand;
  readonly caller: Caller;
  readonly surroundings: Surroundings;
}

const secretaryPrefix = 'secretary:';

/** The sign-in that an actor of the journal stands for (rule 12.5). */
export const callerBehind = (actor: string | undefined): Caller =>
  actor === undefined || actor === 'server'
    ? {}
    : actor.startsWith(secretaryPrefix)
      ? { secretaryId: actor.slice(secretaryPrefix.length) }
      : { memberId: actor };

/** Sealed for good to the public: any text would have been accepted in its place. */
const sealedText = '…';

/**
 * Reads a fact backwards into the command that it answers, so that the rules can be asked again. `session` is as it
 * stood before the fact.
 * Undefined for facts that no command begins with, or whose choice is still sealed.
 */
export function commandBehind(entry: JournalEntry, session: Session): CommandBehind | undefined {
  const event = eventOf(entry);
  const caller = callerBehind(actorOf(entry));
  const now = entry.recordedAt;
  const asked = (command: SessionCommand, more: Partial<Surroundings> = {}): CommandBehind => ({
    command,
    caller,
    surroundings: { now, freshId: '', ...more },
  });
  switch (event.type) {
    case 'session-amended':
      return asked({ type: 'amend-session', changes: event.changes });
    case 'question-added':
      return asked({ type: 'add-question', question: event.question });
    case 'session-opened':
      return asked({ type: 'open-session' });
    case 'session-adjourned':
      return asked({ type: 'adjourn-session', reason: event.reason });
    case 'session-cancelled':
      return asked({ type: 'cancel-session', reason: event.reason });
    case 'session-closed':
      return asked({ type: 'close-session' });
    case 'attendance-marked': {
      const { memberId, attendance } = event;
      if (caller.memberId === memberId && (attendance === 'in-person' || attendance === 'remote'))
        return asked({ type: 'check-in', attendance });
      const reason = entry.event.sealed === undefined ? {} : { reason: event.reason ?? sealedText };
      return asked({ type: 'mark-attendance', memberId, attendance, ...reason });
    }
    case 'chair-passed':
      return asked({ type: 'pass-chair', memberId: event.memberId });
    case 'substitute-appointed': {
      const { memberId, name, mandate } = event;
      return asked({ type: 'appoint-substitute', memberId, name, mandate, accountLogin: '' });
    }
    case 'round-opened': {
      const { questionId, roundId, closesAt } = event;
      const open = { type: 'open-round', questionId } as const;
      const end =
        closesAt === undefined
          ? {}
          : isWrittenProcedure(session)
            ? { closesAt }
            : { seconds: (Date.parse(closesAt) - Date.parse(now)) / 1000 };
      return asked({ ...open, ...end }, { freshId: roundId });
    }
    case 'round-closed':
      return event.by === 'hand' ? asked({ type: 'close-round', roundId: event.roundId }) : undefined;
    case 'ballot-cast': {
      const { roundId, memberId, ballot, replaces } = event;
      if (ballot === undefined || memberId === undefined || memberId !== caller.memberId) return undefined;
      return asked({ type: 'cast-ballot', roundId, ballot, replaces: replaces ?? null });
    }
    case 'ballot-entered': {
      const { roundId, memberId, ballot, basis, document } = event;
      if (ballot === undefined || memberId === undefined) return undefined;
      return asked({
        type: 'enter-ballot',
        roundId,
        memberId,
        ballot,
        basis,
        ...(document !== undefined && { document }),
      });
    }
    case 'round-annulment-requested': {
      const { roundId, ground, reason } = event;
      return asked({ type: 'annul-round', roundId, ground, reason });
    }
    case 'round-annulled':
      return asked({ type: 'confirm-annulment', roundId: event.roundId });
    case 'question-voided':
      return asked({ type: 'declare-void', questionId: event.questionId, reason: event.reason });
    case 'question-dropped':
      return asked({ type: 'drop-question', questionId: event.questionId, reason: event.reason });
    case 'nominee-withdrawn': {
      const { questionId, nomineeId, reason } = event;
      return asked({ type: 'withdraw-nominee', questionId, nomineeId, reason });
    }
    case 'member-recused': {
      const { questionId, memberId } = event;
      if (memberId === undefined) return undefined;
      const whose = caller.secretaryId === undefined ? {} : { memberId, document: sealedText };
      return asked({ type: 'recuse', questionId, reason: sealedText, ...whose });
    }
    case 'casting-vote-given': {
      const { roundId, choice, nomineeId } = event;
      return asked({
        type: 'give-casting-vote',
        roundId,
        ...(choice !== undefined && { choice }),
        ...(nomineeId !== undefined && { nomineeId }),
      });
    }
    case 'tie-breaker-declined':
      return caller.memberId === undefined && caller.secretaryId === undefined
        ? undefined
        : asked({ type: 'decline-tie-breaker', roundId: event.roundId });
    case 'lot-recorded': {
      const { roundId, nomineeIds, witnesses } = event;
      return asked({ type: 'record-lot', roundId, nomineeIds, witnesses });
    }
    case 'dissent-filed':
      return asked({ type: 'file-dissent', questionId: event.questionId, text: event.text });
    case 'deadline-extended':
      return asked({ type: 'extend-deadline', moment: event.moment, document: event.document });
    case 'protocol-issued': {
      const { throughPosition, files, reason } = event;
      const issued = { throughPosition, files, lastPosition: entry.position - 1, gaps: [] };
      return asked({ type: 'issue-protocol', ...(reason !== undefined && { reason }) }, { issued });
    }
    case 'protocol-signed':
      return asked({ type: 'sign-protocol', version: event.version, sha256: event.sha256 });
    case 'signature-attached': {
      const { version, fileName, sha256 } = event;
      return asked({ type: 'attach-signature', version, fileName, base64: '' }, { attachmentSha256: sha256 });
    }
    case 'minutes-noted': {
      const { type: _type, questionId, ...noted } = event;
      const edits = questionOf(session, questionId)?.minutes?.position ?? null;
      return asked({ type: 'note-minutes', questionId, edits, ...noted });
    }
    case 'session-convened':
    case 'recusal-explained':
      return undefined;
  }
}
