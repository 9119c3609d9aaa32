import type { SessionEvent } from '../events.ts';
import type { Fact } from '../fact.ts';
import { questionOf, roundOf, type Session } from '../session.ts';

const nobodysBusiness = ['reason', 'document'] as const;
const whoAndHow = ['memberId', 'actor', 'commandId'] as const;

const countIsOpen = (session: Session, questionId: string): boolean =>
  session.ruleSet.visibility === 'totals' &&
  (questionOf(session, questionId)?.rounds.some((each) => each.status === 'open') ?? false);

/**
 * Which fields of a fact are sealed in its entry (rule 10.4). `turnout` seals the choice; `totals` seals also
 * whose it is, since each step of the count would name its voter. Reasons are sealed under every visibility.
 */
function hiddenFields(session: Session, event: SessionEvent): readonly string[] {
  switch (event.type) {
    case 'ballot-cast':
    case 'ballot-entered': {
      if (!roundOf(session, event.roundId)) return [];
      const { visibility } = session.ruleSet;
      if (visibility === 'turnout') return ['ballot'];
      return visibility === 'totals' ? ['ballot', 'replaces', 'document', ...whoAndHow] : [];
    }
    case 'member-recused':
      return countIsOpen(session, event.questionId) ? whoAndHow : [];
    case 'recusal-explained':
      return countIsOpen(session, event.questionId) ? [...nobodysBusiness, ...whoAndHow] : nobodysBusiness;
    case 'attendance-marked':
      return event.reason === undefined ? [] : ['reason'];
    default:
      return [];
  }
}

/** The event as a fact, with what the session's visibility hides of it. */
export const factOf = (session: Session, event: SessionEvent): Fact => ({
  event,
  hidden: hiddenFields(session, event),
});
