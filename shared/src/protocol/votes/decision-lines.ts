import { capital } from '../../words/letters.ts';
import { allPlaces, slotsOf } from '../../rules/counting/places.ts';
import { cameTo, type CameTo } from '../../rules/showing/came-to.ts';
import type { Question, Session } from '../../rules/session.ts';
import { byName } from './ballot-text.ts';
import { linesOf } from '../blocks.ts';
import { headingOf } from '../question-title.ts';
import { winnerLabelOf } from './placing.ts';
import { lacksOnlyBallots } from './quorum-shortfall.ts';
import { nbsp, quoted } from '../language/typography.ts';
import { nobodyWon } from './verdict.ts';
import { asContinuation, confer, isAward } from '../language/wording.ts';
import { roman } from '../../words/numbers.ts';

/**
 * РЕШИЛИ, line by line. The first lines follow from the journal and cannot be written over;
 * what the secretary noted as resolved follows them.
 */
export function decisionLines(session: Session, question: Question): string[] {
  return [...fromResult(session, question), ...noted(question)].map(ended);
}

/** The lines are numbered here, whatever numbers they were noted with. */
const noted = ({ minutes }: Question): string[] =>
  linesOf(minutes?.resolved ?? '').map((line) => line.replace(ownNumber, ''));

/** «1.», «2)», «1.4.»; «1.4» only before a sentence, for it may be a quantity. */
const ownNumber = /^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]\s+(?=\S)|\d{1,2}(?:\.\d{1,2})+\s+(?=\p{Lu}))/u;

const ended = (text: string, index: number, { length }: readonly string[]): string => {
  const line = text.trim();
  if (line.endsWith(';') && index === length - 1) return `${line.slice(0, -1)}.`;
  return /[.!?…;:]$/.test(line) ? line : `${line}.`;
};

function fromResult(session: Session, question: Question): string[] {
  const came = cameTo(session, question);
  switch (came.state) {
    case 'adopted':
      return [capital(question.wording.trim())];
    case 'rejected':
      return [`Решение не принято: ${quoted(asContinuation(question.wording))}`];
    case 'awarded':
      return awarded(question, came);
    case 'no-winner':
      return [nobodyWon(question, ` ${nominationOf(question)}`)];
    case 'void':
      return [notHeld(session, question)];
    case 'dropped':
      return [`Вопрос снят с рассмотрения${ground(question.dropReason)}`];
    default:
      return [undecided(session, question)];
  }
}

const ground = (reason: string | undefined): string => (reason ? ` (${asContinuation(reason)})` : '');

/** What the secretary declared: nobody decided it by a vote (rule 4.2). */
function notHeld(session: Session, question: Question): string {
  const { nomination, category, voidReason, rounds } = question;
  const declared = `Номинация ${quoted(nomination ?? headingOf(question))}${inCategory(category)} не состоялась${ground(voidReason)}`;
  return rounds.length === 0 ? `${declared}. Голосование не проводилось` : declared;
}

const inCategory = (category: string | undefined): string =>
  category === undefined ? '' : ` (категория ${quoted(category)})`;

/** «в номинации «…» (категория «…»)»; a question without one is named by its title. */
export function nominationOf(question: Question): string {
  const { nomination, category } = question;
  if (nomination === undefined) return `по вопросу ${quoted(headingOf(question))}`;
  return `в номинации ${quoted(nomination)}${inCategory(category)}`;
}

function awarded(question: Question, came: CameTo): string[] {
  const named = came.places.map(({ place, nomineeIds }) => ({
    numeral: roman(place),
    count: nomineeIds.length,
    names: nomineeIds.map(byName(question)).join('; '),
  }));
  const who = nominationOf(question);
  return [
    ...named.map(({ numeral, count, names }) =>
      question.places.kind === 'ranked'
        ? `Присудить ${numeral}${nbsp}место ${who}: ${names}`
        : `${confer(winnerLabelOf(question), count)} ${who}: ${names}`,
    ),
    ...notAwardedText(question, came),
  ];
}

/** Which places, or how many equal titles, nobody has won (rule 6.5). */
function notAwardedText(question: Question, { notAwarded }: CameTo): string[] {
  if (notAwarded.length === 0) return [];
  if (question.places.kind !== 'ranked') {
    const what = isAward(winnerLabelOf(question)) ? 'наград' : 'званий';
    return [`Не присуждено ${what}${nbsp}– ${slotsOf(notAwarded)}`];
  }
  const offered = new Map(allPlaces(question).map(({ place, count }) => [place, count]));
  const open = notAwarded.map(({ place, count: left }) => {
    const [numeral, count] = [roman(place), offered.get(place) ?? left];
    return left === count ? `${numeral}${nbsp}место` : `${someOf(left, count)} ${numeral}${nbsp}мест`;
  });
  return [`${capital(open.join(', '))} не присуждать`];
}

const few = ['одно', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'];
const ofFew = ['двух', 'трёх', 'четырёх', 'пяти', 'шести', 'семи', 'восьми', 'девяти', 'десяти'];

/** «одно из двух»; beyond ten in digits. */
const someOf = (left: number, count: number): string => {
  const whole = ofFew[count - 2];
  return whole === undefined ? `${left} из ${count}` : `${few[left - 1] ?? left} из ${whole}`;
};

function undecided(session: Session, question: Question): string {
  const { rounds } = question;
  const last = rounds.findLast((round) => round.status === 'closed');
  if (session.status !== 'closed' && session.status !== 'adjourned') {
    return rounds.length === 0 ? 'Вопрос ещё не рассмотрен' : 'Решение ещё не принято';
  }
  if (last?.outcome?.kind === 'no-quorum')
    return lacksOnlyBallots(session, question, last)
      ? 'Решение не принято: кворум по числу поданных бюллетеней не набран'
      : 'Решение не принято ввиду отсутствия кворума';
  return rounds.length === 0 ? 'Вопрос не рассматривался, решение не принято' : 'Решение не принято';
}
