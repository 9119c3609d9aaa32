import type { Question, Round, Session } from '@open-ballot/shared/rules/session';
import { explanationOf } from '@open-ballot/shared/verifier/explanation/sentences';
import { defineTexts, useLanguage } from '../text/texts.ts';
import styles from './Explanation.module.css';

const useText = defineTexts('explanation', {
  ru: { why: 'Почему такой итог' },
  en: { why: 'Why this outcome' },
});

/** How a closed round came to its outcome, step by step, for anybody to repeat. */
export function Explanation({
  session,
  question,
  round,
}: {
  readonly session: Session;
  readonly question: Question;
  readonly round: Round;
}) {
  const t = useText();
  const sentences = explanationOf(session, question, round, useLanguage());
  if (sentences.length === 0) return null;
  return (
    <details>
      <summary className={styles['summary']}>{t('why')}</summary>
      <ol className={styles['steps']}>
        {sentences.map(({ text, details = [] }, index) => (
          <li key={index}>
            {text}
            {details.length > 0 && (
              <ul className={styles['lines']}>
                {details.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
