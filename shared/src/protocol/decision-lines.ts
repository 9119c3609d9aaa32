import type { Question, Session, Winner } from '../rules/session.ts';
import { byName } from './ballot-text.ts';
import { linesOf } from './blocks.ts';
import { quoted } from './typography.ts';
import { confer, counted, ofPlaces, roman } from './wording.ts';

/**
 * РЕШИЛИ, line by line. The first lines follow from the journal and cannot be written over;
 * what the secretary noted as resolved follows them.
 */
export function decisionLines(session: Session, question: Question): string[] {
  return [...fromResult(session, question), ...linesOf(question.minutes?.resolved ?? '')].map(ended);
}

const ended = (text: string): string => (/[.!?…;]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

function fromResult(session: Session, question: Question): string[] {
  const { status } = question.result;
  switch (status) {
    case 'adopted':
      return [question.wording];
    case 'rejected':
      return [`Решение не принято: ${quoted(question.wording.replace(/\.$/, ''))}`];
    case 'awarded':
      return awarded(question);
    case 'no-winner':
      return [`${labelOf(question)} ${nominationOf(question)} не определён`];
    case 'void':
      return [
        `Признать номинацию ${quoted(question.nomination ?? question.title)} несостоявшейся${ground(question.voidReason)}`,
      ];
    case 'undecided':
      return [undecided(session, question)];
  }
}

const ground = (reason: string | undefined): string => (reason ? ` (${reason.replace(/\.$/, '')})` : '');

const labelOf = ({ winnerLabel }: Question): string => {
  const label = winnerLabel ?? 'победитель';
  return label.charAt(0).toUpperCase() + label.slice(1);
};

/** «в номинации «…», категория «…»»; a question without one is named by its title. */
export function nominationOf({ nomination, category, title }: Question): string {
  if (nomination === undefined) return `по вопросу ${quoted(title)}`;
  return `в номинации ${quoted(nomination)}${category === undefined ? '' : `, категория ${quoted(category)}`}`;
}

function awarded(question: Question): string[] {
  const { winners, notAwarded } = question.result;
  const call = byName(question);
  const rest = notAwarded > 0 ? [`Не присуждено: ${counted(notAwarded, ofPlaces)}`] : [];
  if (question.places.kind === 'laureates') {
    const names = winners.map(({ nomineeId }) => call(nomineeId)).join('; ');
    return [
      `${confer(question.winnerLabel ?? 'победитель', winners.length)} ${nominationOf(question)}: ${names}`,
      ...rest,
    ];
  }
  return [...byPlace(winners)]
    .map(
      ([place, sharing]) =>
        `Присудить ${roman(place)} место ${nominationOf(question)}: ${sharing.map(({ nomineeId }) => call(nomineeId)).join('; ')}`,
    )
    .concat(rest);
}

function byPlace(winners: readonly Winner[]): Map<number, Winner[]> {
  const places = new Map<number, Winner[]>();
  for (const winner of [...winners].sort((one, other) => one.place - other.place)) {
    places.set(winner.place, [...(places.get(winner.place) ?? []), winner]);
  }
  return places;
}

function undecided(session: Session, { rounds }: Question): string {
  const last = rounds.findLast((round) => round.status === 'closed');
  if (session.status !== 'closed' && session.status !== 'adjourned') {
    return rounds.length === 0 ? 'Вопрос ещё не рассмотрен' : 'Решение ещё не принято';
  }
  if (last?.outcome?.kind === 'no-quorum') return 'Решение не принято ввиду отсутствия кворума';
  return rounds.length === 0 ? 'Вопрос не рассматривался, решение не принято' : 'Решение не принято';
}
