import { capital } from '../../words/letters.ts';
import { quorumOf } from '../../rules/counting/quorum.ts';
import { isPresent, isWrittenProcedure, type Seat, type Session } from '../../rules/session.ts';
import { attendeesOf } from './attendees.ts';
import { genitiveOfBody } from '../language/declined-names.ts';
import type { SessionRecord, Sitting } from '../session-record.ts';
import { sittingLabel } from './sitting-times.ts';
import { isAt } from './stays.ts';
import { takingPart } from './taking-part.ts';
import { nbsp } from '../language/typography.ts';
import { fromMembers } from '../language/wording.ts';
import { form } from '../../words/numbers.ts';

/** A sentence for every sitting, with its day where there were several. */
export const quorumSentences = (record: SessionRecord): string[] =>
  isWrittenProcedure(record.session)
    ? [turnoutInWriting(record.session)]
    : record.sittings.map((sitting) => {
        const [first, ...rest] = quorumSentence(record, sitting);
        const start = record.sittings.length > 1 ? `${sittingLabel(record, sitting)}: ` : '';
        return start + (start === '' ? capital(first) : first) + rest.join('');
      });

/** «Из 9 членов комиссии с правом голоса приняли участие в заочном голосовании 7. …» (rule 1.8) */
function turnoutInWriting(session: Session): string {
  const voting = session.roll.filter(({ votes }) => votes).length;
  const taking = takingPart(session, true).length;
  return (
    `Из ${voting}${nbsp}${form(voting, fromMembers)} ${genitiveOfBody(session)} с правом голоса ` +
    `${form(taking, ['принял', 'приняли', 'приняли'])} участие в заочном голосовании${nbsp}${taking}. ` +
    'Кворум определяется по числу поданных бюллетеней отдельно по каждому вопросу.'
  );
}

/**
 * «Из 9 членов комиссии присутствуют 7. Кворум имеется (требуется не менее 5). Заседание правомочно.» (rule 3)
 * Who came later or does not count for the quorum makes it differ from the list above: then it says so.
 */
function quorumSentence(record: SessionRecord, sitting: Sitting): [string, ...string[]] {
  const { atOpening } = sitting;
  const { base, needed, stands } = quorumOf(atOpening);
  const seats = atOpening.roll.filter((seat) => seat.votes && isPresent(seat));
  const listed = attendeesOf(record).filter(
    ({ seat, stays }) => seat.votes && stays.some((stay) => isAt(sitting, stay)),
  );
  const isAsListed = listed.length === seats.length;
  const tense = isAsListed && record.sittings.length === 1 ? 'present' : 'past';
  const among = atOpening.ruleSet.quorum.base === 'established' ? ' по установленной численности' : '';
  const voting = atOpening.roll.every(({ votes }) => votes) ? '' : ' с правом голоса';
  return [
    `${isAsListed ? '' : 'на момент открытия '}из ${base}${nbsp}${form(base, fromMembers)} ${genitiveOfBody(atOpening)}${voting}${among} ` +
      `${turnout(atOpening, seats, tense)}. `,
    `Кворум ${stands ? 'имеется' : 'отсутствует'} (требуется не менее${nbsp}${needed}). `,
    `Заседание ${stands ? 'правомочно' : 'неправомочно'}.`,
  ];
}

/** «присутствуют 8», «участвуют 6, в том числе через замещающих лиц – 2», «участвуют 9, в кворум засчитаны 6 (…)» */
function turnout(session: Session, seats: readonly Seat[], tense: 'present' | 'past'): string {
  const { present: counted } = quorumOf(session);
  const substitutes = seats.filter((seat) => seat.substitute).length;
  const takingPart = `${form(seats.length, takePart[tense])}${nbsp}${seats.length}`;
  if (seats.length !== counted)
    return (
      `${takingPart}, в кворум ${form(counted, ['засчитан', 'засчитаны', 'засчитаны'])}${nbsp}${counted} ` +
      `(${exclusionsOf(seats, session.ruleSet.quorum.counts)})`
    );
  return substitutes > 0
    ? `${takingPart}, в том числе через замещающих лиц – ${substitutes}`
    : `${form(counted, attend[tense])}${nbsp}${counted}`;
}

const attend = {
  present: ['присутствует', 'присутствуют', 'присутствуют'],
  past: ['присутствовал', 'присутствовали', 'присутствовали'],
} as const;

const takePart = {
  present: ['участвует', 'участвуют', 'участвуют'],
  past: ['участвовал', 'участвовали', 'участвовали'],
} as const;

/** Why fewer count than are there (rule 3.1). */
const exclusionsOf = (seats: readonly Seat[], counts: readonly string[]): string =>
  [
    ...(seats.some((seat) => seat.attendance === 'remote') && !counts.includes('remote')
      ? ['дистанционное участие не учитывается']
      : []),
    ...(seats.some((seat) => seat.attendance === 'in-person') && !counts.includes('in-person')
      ? ['очное участие не учитывается']
      : []),
    ...(seats.some((seat) => seat.substitute) && !counts.includes('substitute')
      ? ['участие замещающих лиц не учитывается']
      : []),
  ].join('; ');
