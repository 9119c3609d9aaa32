import type { Question } from '../../rules/session.ts';
import { column } from '../blocks.ts';
import type { Column } from '../document.ts';
import { roman } from '../../words/numbers.ts';

export const winnerLabelOf = ({ winnerLabel }: Question): string => winnerLabel ?? 'победитель';

/** Places are told apart by number, equal laureates by what they are called (rule 6.4). */
export const placeColumn = ({ places }: Question): Column =>
  places.kind === 'ranked' ? column('Место', 1.1) : column('Итог', 2.4);

export function placeText(question: Question, place: number | undefined): string {
  if (place === undefined) return '';
  return question.places.kind === 'ranked' ? roman(place) : winnerLabelOf(question);
}
