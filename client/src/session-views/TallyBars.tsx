import type { TallyLine, TallyLines } from '../live/tally-lines.ts';
import { useDomainText } from '../text/domain-text.ts';
import { Bar } from '../ui/Bar.tsx';
import styles from './TallyBars.module.css';
import { classNames } from '../ui/class-names.ts';

const tones = {
  nominee: 'accent',
  for: 'for',
  against: 'against',
  abstained: 'abstain',
  'against-all': 'against',
} as const;

/** What a line of a count is called, and the smaller line below it. */
export function useLineTitle(): (line: TallyLine) => {
  readonly title: string;
  readonly detail: string | undefined;
} {
  const t = useDomainText();
  return (line) =>
    line.kind === 'nominee'
      ? {
          title: line.nominee?.name ?? line.id,
          detail: [line.nominee?.region, line.nominee?.organisation].filter(Boolean).join(' · '),
        }
      : { title: t(`votes-${line.kind}`), detail: undefined };
}

/** The count of a round as bars with their numbers. `large` for the hall. */
export function TallyBars({ lines, full, large }: TallyLines & { readonly large?: boolean }) {
  const t = useDomainText();
  const titleOf = useLineTitle();
  return (
    <ol
      className={classNames(styles['bars'], large && styles['large'])}
      data-many={lines.length > 5 || undefined}
    >
      {lines.map((line) => {
        const { title, detail } = titleOf(line);
        const answers =
          line.against !== undefined &&
          `${t('voted-against')} ${line.against} · ${t('votes-abstained').toLocaleLowerCase()} ${line.abstentions}`;
        const brought = line.carried !== undefined && t('carried', { points: line.carried });
        const smaller = [large ? line.nominee?.region : detail, answers, brought].filter(Boolean).join(' · ');
        const minor = line.kind === 'abstained' || line.kind === 'against-all';
        return (
          <li
            key={line.id}
            className={classNames(
              styles['line'],
              line.leads && styles['leads'],
              line.place !== undefined && styles['won'],
              minor && styles['minor'],
            )}
          >
            <div className={styles['name']}>
              {line.place !== undefined && <span aria-hidden="true">★ </span>}
              {title}
              {line.nominee?.withdrawn && <span className={styles['detail']}> · ✕</span>}
              {smaller && <span className={styles['detail']}>{smaller}</span>}
            </div>
            <output className={styles['value']}>{line.shown}</output>
            {!minor && (
              <div className={styles['bar']}>
                <Bar
                  value={line.value}
                  of={full}
                  tone={tones[line.kind]}
                  faint={line.kind === 'nominee' && !line.leads}
                />
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}
