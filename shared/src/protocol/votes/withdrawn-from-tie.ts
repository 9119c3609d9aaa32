import { awardsPlaces, ballotKinds } from '../../rules/kinds/registry.ts';
import { droppedFor } from '../../rules/counting/outcome.ts';
import { knownBallots, paperOf } from '../../rules/counting/tally.ts';
import { outOf } from '../../rules/counting/ties.ts';
import type { Question, Round } from '../../rules/session.ts';
import { nomineeText } from './ballot-text.ts';
import type { SessionRecord } from '../session-record.ts';

/** A tie that somebody's withdrawal after the vote resolved or made smaller (rule 4.5); empty without one. */
export function withdrawnFromTie(record: SessionRecord, question: Question, round: Round): string[] {
  const tied = tiedBefore(record, question, round);
  const out = outOf(question);
  const left = tied.filter(({ nomineeId }) => out.has(nomineeId));
  if (left.length === 0) return [];
  // Why they withdrew stands in the table above.
  const applications = left.map(nomineeText);
  const withdrawn =
    left.length === 1
      ? `Снята с рассмотрения после голосования заявка: ${applications.join('')}`
      : `Сняты с рассмотрения после голосования заявки: ${applications.join('; ')}`;
  return [
    `Равный результат был у номинантов: ${tied.map(nomineeText).join('; ')}.`,
    `${withdrawn}. Результат определён среди остальных.`,
  ];
}

/** The nominees who were equal where the places end, unless the tie-breakers still tell of all of them. */
function tiedBefore({ session }: SessionRecord, question: Question, round: Round) {
  if (!awardsPlaces(round.ballotKind) || round.outcome?.kind === 'no-quorum') return [];
  const standings = [
    ...ballotKinds[round.ballotKind].standings(knownBallots(round.ballots), paperOf(round)),
  ].filter(([id, standing]) => droppedFor({ session, question, round }, id, standing) === undefined);
  const { castingVotes, lots, declined } = round.tieBreaking;
  const told = new Set(
    [...(round.outcome?.steps ?? []), ...castingVotes, ...lots, ...declined].flatMap(({ among }) => among),
  );
  const out = outOf(question);
  let slots = 0;
  const ends = round.openPlaces.map(({ count }) => (slots += count));
  for (const [id, standing] of standings) {
    if (!out.has(id) || told.has(id)) continue;
    const ahead = standings.filter(([, other]) => other.compare(standing) > 0).length;
    const tier = standings.filter(([, other]) => other.equals(standing)).map(([each]) => each);
    const isTie = ends.some((end) => ahead < end && end < ahead + tier.length);
    if (isTie && tier.some((each) => !out.has(each)))
      return question.nominees.filter(({ nomineeId }) => tier.includes(nomineeId));
  }
  return [];
}
