import { neededOf, reaches } from './majority.ts';
import {
  isPresent,
  isWrittenProcedure,
  type CountedBallot,
  type Question,
  type Seat,
  type Session,
} from '../session.ts';
import type { QuorumRule } from '../plan/rule-set.ts';

/** A quorum as it stands: `present` counted seats of a base of `base`, of which `needed` are required. */
export interface Quorum {
  readonly present: number;
  readonly base: number;
  readonly needed: number;
  readonly stands: boolean;
}

const countsHere = (seat: Seat, rule: QuorumRule): boolean =>
  isPresent(seat) &&
  rule.counts.includes(seat.attendance === 'remote' ? 'remote' : 'in-person') &&
  (seat.substitute === undefined || rule.counts.includes('substitute'));

/**
 * Rule 3.1: seats with a vote, counted once each. Recused seats stay, or leave base and count together;
 * absentee ballots count only at closing, so they are handed in only then.
 */
export function quorumOf(
  session: Session,
  question?: Pick<Question, 'recused'>,
  ballotsAtClosing: readonly CountedBallot[] = [],
): Quorum {
  const rule = session.ruleSet.quorum;
  const outside = outsideOf(session, question);
  const written = rule.counts.includes('absentee')
    ? new Set(ballotsAtClosing.filter((each) => each.basis === 'written').map((each) => each.memberId))
    : new Set<string>();
  const present = session.roll.filter(
    (seat) =>
      seat.votes && !outside.has(seat.memberId) && (countsHere(seat, rule) || written.has(seat.memberId)),
  ).length;
  return measured(present, baseOf(session, outside), rule);
}

/** Rule 3.3, `ofBallots`: the same base and threshold over the ballots cast; abstentions are ballots. */
export function quorumOfBallots(
  session: Session,
  question: Pick<Question, 'recused'>,
  ballots: number,
): Quorum {
  return measured(ballots, baseOf(session, outsideOf(session, question)), session.ruleSet.quorum);
}

/**
 * The quorum as a screen shows it: of those present, or in a written procedure of the ballots of the question's open
 * round, and before that none (rule 1.8).
 */
export function quorumNow(session: Session, question?: Question): Quorum | undefined {
  if (!isWrittenProcedure(session)) return quorumOf(session, question);
  const open = question?.rounds.find((each) => each.status === 'open');
  return question && open && quorumOfBallots(session, question, open.tally.ballots);
}

const measured = (present: number, base: number, { threshold }: QuorumRule): Quorum => ({
  present,
  base,
  needed: neededOf(base, threshold),
  stands: reaches(present, base, threshold),
});

function outsideOf(session: Session, question: Pick<Question, 'recused'> | undefined): ReadonlySet<string> {
  if (session.ruleSet.quorum.recusedStay || !question) return new Set();
  const recused = new Set(question.recused.map((each) => each.memberId));
  return new Set(
    session.roll.filter((seat) => seat.votes && recused.has(seat.memberId)).map((seat) => seat.memberId),
  );
}

function baseOf(session: Session, outside: ReadonlySet<string>): number {
  const whole =
    session.ruleSet.quorum.base === 'established'
      ? session.establishedSeats
      : session.roll.filter((seat) => seat.votes).length;
  return Math.max(0, whole - outside.size);
}
