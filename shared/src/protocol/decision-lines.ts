import { allPlaces } from '../rules/places.ts';
import type { Question, Session, Winner } from '../rules/session.ts';
import { byName } from './ballot-text.ts';
import { linesOf } from './blocks.ts';
import { winnerLabelOf } from './placing.ts';
import { nbsp, quoted } from './typography.ts';
import { nobodyWon } from './verdict.ts';
import { confer, roman } from './wording.ts';

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
      return [nobodyWon(question, ` ${nominationOf(question)}`)];
    case 'void':
      return [notHeld(question)];
    case 'undecided':
      return [undecided(session, question)];
  }
}

const ground = (reason: string | undefined): string => (reason ? ` (${reason.replace(/\.$/, '')})` : '');

/** What the secretary declared: nobody decided it by a vote (rule 4.2). */
function notHeld({ nomination, category, title, voidReason, rounds }: Question): string {
  const declared = `Номинация ${quoted(nomination ?? title)}${inCategory(category)} не состоялась${ground(voidReason)}`;
  return rounds.length === 0 ? `${declared}. Голосование не проводилось` : declared;
}

const inCategory = (category: string | undefined): string =>
  category === undefined ? '' : ` (категория ${quoted(category)})`;

/** «в номинации «…» (категория «…»)»; a question without one is named by its title. */
export function nominationOf({ nomination, category, title }: Question): string {
  if (nomination === undefined) return `по вопросу ${quoted(title)}`;
  return `в номинации ${quoted(nomination)}${inCategory(category)}`;
}

function awarded(question: Question): string[] {
  const { winners } = question.result;
  const call = byName(question);
  const rest = notAwardedText(question);
  if (question.places.kind === 'laureates') {
    const names = winners.map(({ nomineeId }) => call(nomineeId)).join('; ');
    return [
      `${confer(winnerLabelOf(question), winners.length)} ${nominationOf(question)}: ${names}`,
      ...rest,
    ];
  }
  return [...byPlace(winners)]
    .map(
      ([place, sharing]) =>
        `Присудить ${roman(place)}${nbsp}место ${nominationOf(question)}: ${sharing.map(({ nomineeId }) => call(nomineeId)).join('; ')}`,
    )
    .concat(rest);
}

/** Which places, or how many equal titles, nobody has won (rule 6.5). */
function notAwardedText({ places, result: { winners, notAwarded } }: Question): string[] {
  if (notAwarded === 0) return [];
  if (places.kind === 'laureates') return [`Число неприсуждённых званий${nbsp}– ${notAwarded}`];
  const open = allPlaces(places).flatMap(({ place, count }) => {
    const left = count - winners.filter((each) => each.place === place).length;
    return left > 0 ? [`${roman(place)}${nbsp}место${left === count ? '' : ` (${left} из ${count})`}`] : [];
  });
  return [`${open.join(', ')} не присуждать`];
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
