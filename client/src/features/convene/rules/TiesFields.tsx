import { tieBreakers, type TieBreaker } from '@open-ballot/shared/rules/plan/rule-set';
import { capital } from '@open-ballot/shared/words/letters';
import { useEffect, useRef } from 'react';
import { useDomainText } from '../../../text/domain-text.ts';
import { useRuleEditorText } from './rule-editor-text.ts';
import { Button } from '../../../ui/Button.tsx';
import { FieldGroup } from '../../../ui/FieldGroup.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import styles from './Rules.module.css';

interface TiesFieldsProps {
  readonly ties: readonly TieBreaker[];
  readonly onTies: (ties: readonly TieBreaker[]) => void;
  readonly error: string | undefined;
}

/** The tie-breakers in the order they are tried (rule 7.2). */
export function TiesFields({ ties, onTies, error }: TiesFieldsProps) {
  const t = useRuleEditorText();
  const domain = useDomainText();
  const list = useRef<HTMLOListElement>(null);
  // The pressed button moves with its tie-breaker, or is gone: the focus goes where the person goes on.
  const follow = useRef<string>(undefined);
  useEffect(() => {
    if (follow.current === undefined) return;
    list.current?.querySelector<HTMLElement>(follow.current)?.focus();
    follow.current = undefined;
  }, [ties]);
  const move = (tie: TieBreaker, from: number, by: 1 | -1) => {
    follow.current = `[data-tie="${tie}"] button:not(:disabled)${isEnd(from + by, ties) ? '' : `[data-by="${by}"]`}`;
    onTies(ties.toSpliced(from, 1).toSpliced(from + by, 0, tie));
  };
  const remove = (index: number) => {
    const next = ties[index + 1] ?? ties[index - 1];
    follow.current = next && `[data-tie="${next}"] [data-by="0"]`;
    onTies(ties.toSpliced(index, 1));
  };
  const left = tieBreakers.filter((each) => !ties.includes(each));
  return (
    <FieldGroup boxed legend={t('ties')} hint={t('ties-hint')} error={error}>
      {ties.length === 0 && <p className={styles['empty']}>{t('ties-empty')}</p>}
      <ol ref={list} className={styles['ties']}>
        {ties.map((tie, index) => {
          const name = capital(domain(`tie-${tie}`));
          return (
            <li key={tie} data-tie={tie} className={styles['tie']}>
              <div>
                <strong>{name}</strong>
                <small>{t(`tie-${tie}-means`)}</small>
              </div>
              <div className={styles['acts']}>
                <Button
                  size="small"
                  data-by="-1"
                  aria-label={t('tie-up', { name })}
                  disabled={index === 0}
                  onClick={() => move(tie, index, -1)}
                >
                  ↑
                </Button>
                <Button
                  size="small"
                  data-by="1"
                  aria-label={t('tie-down', { name })}
                  disabled={index === ties.length - 1}
                  onClick={() => move(tie, index, 1)}
                >
                  ↓
                </Button>
                <Button
                  size="small"
                  data-by="0"
                  aria-label={t('tie-remove', { name })}
                  onClick={() => remove(index)}
                >
                  ✕
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
      {left.length > 0 && (
        <div>
          <Menu
            size="small"
            align="start"
            label={t('add-tie')}
            items={left.map((tie) => ({
              text: (
                <span className={styles['choice']}>
                  {capital(domain(`tie-${tie}`))}
                  <small>{t(`tie-${tie}-means`)}</small>
                </span>
              ),
              onSelect: () => onTies([...ties, tie]),
            }))}
          />
        </div>
      )}
    </FieldGroup>
  );
}

const isEnd = (index: number, ties: readonly TieBreaker[]): boolean =>
  index === 0 || index === ties.length - 1;
