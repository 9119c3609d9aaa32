import { awardsPlaces } from '@open-ballot/shared/rules/kinds/registry';
import type { Round } from '@open-ballot/shared/rules/session';
import type { TallyLines } from '../live/tally-lines.ts';
import { useDomainText } from '../text/domain-text.ts';
import { useLanguage, defineTexts } from '../text/texts.ts';
import { Table } from '../ui/Table.tsx';
import { useLineTitle } from './TallyBars.tsx';

const useText = defineTexts('count-table', {
  ru: {
    caption: 'Подсчёт',
    choice: 'Вариант',
    votes: 'Голоса',
    points: 'Баллы',
    carried: 'Прежние',
    share: 'Доля голосов',
    place: 'Место',
  },
  en: {
    caption: 'Count',
    choice: 'Choice',
    votes: 'Votes',
    points: 'Points',
    carried: 'From before',
    share: 'Share of ballots',
    place: 'Place',
  },
});

/** The same count as the bars, as a table. */
export function CountTable({ round, lines }: TallyLines & { readonly round: Round }) {
  const t = useText();
  const domain = useDomainText();
  const language = useLanguage();
  const titleOf = useLineTitle();
  const { tally } = round;
  const approval = tally.against !== undefined;
  const hasPlaces = round.outcome !== undefined && awardsPlaces(round.ballotKind);
  const beside = (approval ? 2 : 0) + (tally.points ? 0 : 1) + (tally.carried ? 1 : 0) + (hasPlaces ? 1 : 0);
  const share = (value: number) =>
    (value / Math.max(1, tally.ballots)).toLocaleString(language, {
      style: 'percent',
      maximumFractionDigits: 1,
    });
  return (
    <Table caption={t('caption')} captionHidden dense>
      <thead>
        <tr>
          <th scope="col">{t('choice')}</th>
          <th scope="col" data-numeric>
            {tally.points ? t('points') : approval ? domain('votes-for') : t('votes')}
          </th>
          {approval && (
            <>
              <th scope="col" data-numeric>
                {domain('votes-against')}
              </th>
              <th scope="col" data-numeric>
                {domain('votes-abstained')}
              </th>
            </>
          )}
          {tally.carried && (
            <th scope="col" data-numeric>
              {t('carried')}
            </th>
          )}
          {!tally.points && (
            <th scope="col" data-numeric>
              {t('share')}
            </th>
          )}
          {hasPlaces && (
            <th scope="col" data-numeric>
              {t('place')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              {titleOf(line).title}
              {titleOf(line).detail && <small>{titleOf(line).detail}</small>}
            </th>
            <td data-numeric>{line.shown}</td>
            {approval && (
              <>
                <td data-numeric>{line.against ?? '–'}</td>
                <td data-numeric>{line.abstentions ?? '–'}</td>
              </>
            )}
            {tally.carried && <td data-numeric>{line.carried ?? '–'}</td>}
            {!tally.points && <td data-numeric>{share(line.value)}</td>}
            {hasPlaces && <td data-numeric>{line.place ?? '–'}</td>}
          </tr>
        ))}
        <tr>
          <th scope="row">{domain('not-voted')}</th>
          <td data-numeric>{tally.notVoted}</td>
          {beside > 0 && <td colSpan={beside} />}
        </tr>
      </tbody>
    </Table>
  );
}
