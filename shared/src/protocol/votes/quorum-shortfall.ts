import { quorumOfBallots } from '../../rules/counting/quorum.ts';
import { isWrittenProcedure, type Question, type Round, type Session } from '../../rules/session.ts';
import { explanationOf } from './decision-rule-text.ts';
import { form } from '../../words/numbers.ts';

/** Whether the members present were too few, or only the ballots that they cast (rule 3.3). */
export function lacksOnlyBallots(session: Session, question: Question, round: Round): boolean {
  if (isWrittenProcedure(session)) return !ballotsOf(session, round).stands;
  return (
    session.ruleSet.quorum.ofBallots &&
    presenceOf(session, question, round)?.stands === true &&
    !ballotsOf(session, round).stands
  );
}

/** What was missing of the quorum of a closed vote, with its numbers; empty where the quorum stood. */
export function quorumShortfall(session: Session, question: Question, round: Round): string[] {
  if (round.status !== 'closed' || round.quorumStood !== false) return [];
  if (lacksOnlyBallots(session, question, round)) {
    const { present, needed } = ballotsOf(session, round);
    return [
      `Кворум по числу поданных бюллетеней не набран: подано ${present}, необходимо не менее ${needed}.`,
    ];
  }
  const presence = presenceOf(session, question, round);
  const numbers =
    presence && !presence.stands
      ? ` (в кворум ${form(presence.present, ['засчитан', 'засчитаны', 'засчитано'])} ${presence.present}, необходимо не менее ${presence.needed})`
      : '';
  return [`При закрытии голосования кворум отсутствовал${numbers}.`];
}

const presenceOf = (session: Session, question: Question, round: Round) =>
  explanationOf(session, question, round).find((each) => each.step === 'quorum')?.quorum;

const ballotsOf = (session: Session, { recused, ballots }: Round) =>
  quorumOfBallots(session, { recused: recused.map((memberId) => ({ memberId })) }, ballots.length);
