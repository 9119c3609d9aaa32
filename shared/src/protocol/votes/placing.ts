import type { Question, Round } from '../../rules/session.ts';
import { column } from '../blocks.ts';
import type { Column } from '../document.ts';
import { roman } from '../language/wording.ts';

/**
 * The place of each winner of a round; an annulled round gives none. Where a tie for other places went on to another
 * round, whoever did not have to stand in that one has won their place here.
 */
export function placesWon({ rounds, result }: Question, round: Round): ReadonlyMap<string, number> {
  if (round.status !== 'closed') return new Map();
  const later = rounds.filter(({ number, status }) => number > round.number && status !== 'annulled');
  const left = result.winners.filter(
    ({ nomineeId }) =>
      round.nomineeIds.includes(nomineeId) && later.every((each) => !each.nomineeIds.includes(nomineeId)),
  );
  return new Map(
    [...left, ...(round.outcome?.winners ?? [])].map(({ nomineeId, place }) => [nomineeId, place]),
  );
}

export const winnerLabelOf = ({ winnerLabel }: Question): string => winnerLabel ?? 'победитель';

/** Places are told apart by number, equal laureates by what they are called (rule 6.4). */
export const placeColumn = ({ places }: Question): Column =>
  places.kind === 'ranked' ? column('Место', 1.1) : column('Итог', 2.4);

export function placeText(question: Question, place: number | undefined): string {
  if (place === undefined) return '';
  return question.places.kind === 'ranked' ? roman(place) : winnerLabelOf(question);
}
