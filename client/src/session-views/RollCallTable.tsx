import type { Question, Round, Session } from '@open-ballot/shared/rules/session';
import { seatStates, type SeatState } from '../live/seat-states.ts';
import { useBallotSentence } from '../text/ballot-sentence.ts';
import { useDomainText } from '../text/domain-text.ts';
import { defineTexts } from '../text/texts.ts';
import { Table } from '../ui/Table.tsx';

const useText = defineTexts('roll-call', {
  ru: {
    caption: 'Поимённое голосование',
    member: 'Член комиссии',
    vote: 'Голос',
    entry: 'Запись',
    recused: 'самоотвод',
    absent: 'не присутствует',
    'absent-now': 'отсутствует',
    silent: 'голос не подан',
    'silent-now': 'голос ещё не подан',
    hidden: 'откроется после закрытия',
    voted: 'голос подан',
    changed_one: 'изменён {{count}} раз',
    changed_few: 'изменён {{count}} раза',
    changed_many: 'изменён {{count}} раз',
    changed_other: 'изменён {{count}} раза',
  },
  en: {
    caption: 'Roll call',
    member: 'Member',
    vote: 'Vote',
    entry: 'Entry',
    recused: 'did not take part (recused)',
    absent: 'was absent',
    'absent-now': 'absent',
    silent: 'did not vote',
    'silent-now': 'has not voted yet',
    hidden: 'opened after closing',
    voted: 'has voted',
    changed_one: 'changed once',
    changed_other: 'changed {{count}} times',
  },
});

/** What a seat did, in words; for a table, a tile, a list. */
export function useSeatStateText(question: Question, round: Round): (of: SeatState) => string {
  const t = useText();
  const sentence = useBallotSentence();
  const closed = round.status !== 'open';
  return ({ state, counted }) => {
    if (state === 'voted') return counted?.ballot ? sentence(counted.ballot, question) : t('voted');
    if (state === 'recused' || state === 'hidden') return t(state);
    return t(closed ? state : `${state}-now`);
  };
}

/** Who voted how, seat by seat, with the entry of the journal that says so. */
export function RollCallTable({
  session,
  question,
  round,
}: {
  readonly session: Session;
  readonly question: Question;
  readonly round: Round;
}) {
  const t = useText();
  const domain = useDomainText();
  const textOf = useSeatStateText(question, round);
  return (
    <Table caption={t('caption')} dense>
      <thead>
        <tr>
          <th scope="col">{t('member')}</th>
          <th scope="col">{t('vote')}</th>
          <th scope="col" data-numeric>
            {t('entry')}
          </th>
        </tr>
      </thead>
      <tbody>
        {seatStates(session, question, round).map((of) => (
          <tr key={of.seat.memberId}>
            <th scope="row">
              {of.seat.substitute ? `${of.seat.substitute.name} (${of.seat.name})` : of.seat.name}
            </th>
            <td>
              {textOf(of)}
              {of.counted && (of.counted.basis !== 'own' || of.counted.changes > 0) && (
                <small>
                  {[
                    of.counted.basis !== 'own' && domain(`basis-${of.counted.basis}`),
                    of.counted.changes > 0 && t('changed', { count: of.counted.changes }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              )}
            </td>
            <td data-numeric>{of.counted ? `№ ${of.counted.position}` : '–'}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
