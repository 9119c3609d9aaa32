import type { Nominee } from '@open-ballot/shared/rules/session';
import { useEffect, useRef, useState } from 'react';
import { decimalText } from '../text/decimal-text.ts';
import { Button } from '../ui/Button.tsx';
import { useFormText } from './form-text.ts';
import { AbstainCard } from './AbstainCard.tsx';
import type { BallotFormProps } from './ballot-form.ts';
import styles from './forms.module.css';
import { Materials, nomineeDetail, nomineesOf } from './nominee-card.tsx';

/** The first places, given and moved by buttons: as easy by keyboard as by thumb (rule 5.4). */
export function RankForm({ question, round, draft, onDraft, abstain, disabled }: BallotFormProps) {
  const t = useFormText();
  const [said, setSaid] = useState('');
  const nominees = nomineesOf(question, round);
  const { points, sumOfPlaces } = round.parameters;
  const length = sumOfPlaces ? nominees.length : Math.min(points?.length ?? 0, nominees.length);
  const places = draft && 'places' in draft ? draft.places : [];
  const placed = places.flatMap((id) => nominees.filter((each) => each.nomineeId === id));
  const rest = nominees.filter((each) => !places.includes(each.nomineeId));

  // The button that gives a place leaves with its nominee: the work goes on at the next one.
  const form = useRef<HTMLDivElement>(null);
  const left = useRef<number>(undefined);
  useEffect(() => {
    if (left.current === undefined) return;
    const buttons = [...(form.current?.querySelectorAll<HTMLElement>('ul button') ?? [])];
    const next =
      buttons[left.current] ??
      buttons.at(-1) ??
      form.current?.querySelector<HTMLElement>('ol button:enabled');
    next?.focus();
    left.current = undefined;
  });

  const settle = (next: readonly string[], nominee?: Nominee) => {
    onDraft(next.length > 0 ? { places: next } : undefined);
    const place = nominee ? next.indexOf(nominee.nomineeId) + 1 : 0;
    setSaid(nominee && place > 0 ? `${nominee.name}: ${t('place-number', { place })}` : '');
  };
  const move = (nominee: Nominee, by: 1 | -1) => {
    const from = places.indexOf(nominee.nomineeId);
    const without = places.toSpliced(from, 1);
    settle(without.toSpliced(from + by, 0, nominee.nomineeId), nominee);
  };

  return (
    <div ref={form} className={styles['form']}>
      <h2>{t('your-order')}</h2>
      {placed.length === 0 && <p className={styles['hint']}>{t('nobody-placed')}</p>}
      <ol className={styles['list']}>
        {placed.map((nominee, index) => (
          <li key={nominee.nomineeId} className={styles['placed']}>
            <span className={styles['place']}>
              {index + 1}
              {!sumOfPlaces && points?.[index] !== undefined && (
                <small>{t('place-points', { points: decimalText(points[index]) })}</small>
              )}
            </span>
            <NomineeName nominee={nominee} />
            <span className={styles['acts']}>
              <Button
                size="small"
                disabled={disabled || index === 0}
                aria-label={t('move-up', { name: nominee.name })}
                onClick={() => move(nominee, -1)}
              >
                <span aria-hidden="true">↑</span>
              </Button>
              <Button
                size="small"
                disabled={disabled || index === placed.length - 1}
                aria-label={t('move-down', { name: nominee.name })}
                onClick={() => move(nominee, 1)}
              >
                <span aria-hidden="true">↓</span>
              </Button>
              <Button
                size="small"
                disabled={disabled}
                aria-label={t('remove', { name: nominee.name })}
                onClick={() => settle(places.filter((id) => id !== nominee.nomineeId))}
              >
                <span aria-hidden="true">×</span>
              </Button>
            </span>
          </li>
        ))}
      </ol>
      {placed.length < length && (
        <>
          <h2>{t('not-placed')}</h2>
          <ul className={styles['list']}>
            {rest.map((nominee, index) => (
              <li key={nominee.nomineeId} className={styles['placed']}>
                <NomineeName nominee={nominee} />
                <span className={styles['acts']}>
                  <Button
                    size="small"
                    disabled={disabled}
                    aria-label={t('put-at-name', { place: placed.length + 1, name: nominee.name })}
                    onClick={() => {
                      left.current = index;
                      settle([...places, nominee.nomineeId], nominee);
                    }}
                  >
                    {t('put-at', { place: placed.length + 1 })}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {placed.length === length && length > 0 && rest.length === 0 && (
        <p className={styles['hint']}>{t('all-placed')}</p>
      )}
      {abstain && <AbstainCard {...{ draft, onDraft, disabled }} />}
      <output className="visually-hidden">{said}</output>
    </div>
  );
}

function NomineeName({ nominee }: { readonly nominee: Nominee }) {
  const t = useFormText();
  return (
    <span className={styles['name']}>
      {nominee.name}
      <small>
        {nomineeDetail(nominee)} <Materials nominee={nominee} t={t} />
      </small>
    </span>
  );
}
