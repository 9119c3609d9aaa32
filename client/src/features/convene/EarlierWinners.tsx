import type { Snapshot } from '@open-ballot/shared/contract/live';
import { useQueries } from '@tanstack/react-query';
import { get } from '../../api/client.ts';
import { useSessions } from '../../api/queries.ts';
import styles from '../../forms/Forms.module.css';
import { useConveneText } from './convene-text.ts';
import type { PartProps } from './form-parts.ts';
import { entrantsOf } from './session-form.ts';

/** An entrant that won in a session of the contest, and where. */
export interface EarlierWin {
  readonly entrantId: string;
  readonly number: string;
  readonly title: string;
}

/** What the closed sessions of the contest came to, for those whose winners have an entrant code. */
export function useEarlierWins(contestId: string): readonly EarlierWin[] {
  const { data } = useSessions();
  const closed = (data?.items ?? []).filter(
    (each) => each.contestId === contestId && each.status === 'closed',
  );
  return useQueries({
    queries: closed.map(({ sessionId }) => ({
      queryKey: ['sessions', sessionId],
      queryFn: () => get<Snapshot>(`/sessions/${sessionId}`),
    })),
    combine: (answers) => answers.flatMap(({ data: snapshot }) => (snapshot ? winsIn(snapshot) : [])),
  });
}

const winsIn = ({ session: { number, questions } }: Snapshot): EarlierWin[] =>
  questions.flatMap(({ title, nominees, result }) =>
    result.winners.flatMap(({ nomineeId }) => {
      const entrantId = nominees.find((each) => each.nomineeId === nomineeId)?.entrantId;
      return entrantId === undefined ? [] : [{ entrantId, number, title }];
    }),
  );

/** Whom rule 6.6 passes over: winners of closed sessions are ticked, anybody else can be. */
export function EarlierWinners({
  fields,
  onFields,
  wins,
}: PartProps & { readonly wins: readonly EarlierWin[] }) {
  const t = useConveneText();
  const entrants = entrantsOf(fields);
  const ticked = fields.earlierWinners ?? wins.map(({ entrantId }) => entrantId);
  const toggle = (entrantId: string, on: boolean) =>
    onFields({
      earlierWinners: on ? [...ticked, entrantId] : ticked.filter((each) => each !== entrantId),
    });
  const wonIn = (entrantId: string) => {
    const own = wins.filter((each) => each.entrantId === entrantId);
    return [...new Set(own.map(({ number }) => number))]
      .map((number) => {
        const titles = own.filter((each) => each.number === number).map(({ title }) => title);
        return t('won-in', { number, titles: titles.join(', ') });
      })
      .join('; ');
  };
  return (
    <fieldset className={styles['roll']}>
      <legend>{t('earlier-winners')}</legend>
      <p className={styles['soft']}>{t(entrants.length > 0 ? 'earlier-winners-hint' : 'no-entrants')}</p>
      {entrants.map(({ entrantId, name }) => (
        <label key={entrantId} className={styles['check']}>
          <input
            type="checkbox"
            checked={ticked.includes(entrantId)}
            onChange={(event) => toggle(entrantId, event.target.checked)}
          />
          <span>
            {name}
            <small>{wonIn(entrantId)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
