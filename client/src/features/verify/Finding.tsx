import type { Verification } from '@open-ballot/shared/verifier/verify';
import { useDomainText } from '../../text/domain-text.ts';
import { useMoments } from '../../text/moments.ts';
import { useVerifyText } from '../../text/verify-text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Hash } from '../../ui/Hash.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QuestionFinding } from './QuestionFinding.tsx';
import styles from './Verify.module.css';

interface FindingProps {
  readonly verification: Verification;
  readonly knownHead: boolean;
}

/** What the recount found: the first entry that does not hold, or every outcome once more. */
export function Finding({ verification, knownHead }: FindingProps) {
  return verification.sound ? (
    <Sound {...verification} knownHead={knownHead} />
  ) : (
    <Broken {...verification} />
  );
}

function Broken({ position, flaw, detail }: Extract<Verification, { sound: false }>) {
  const t = useVerifyText();
  return (
    <Notice tone="against" announce="alert" title={t('broken')}>
      <p>{t('broken-text', { position, why: t(`flaw-${flaw}`) })}</p>
      {flaw !== 'head' && position > 1 && <p>{t('broken-rest')}</p>}
      <p className={styles['soft']}>
        {t('detail')}: <code>{detail}</code>
      </p>
    </Notice>
  );
}

function Sound({
  entries,
  head,
  session,
  stillSealed,
  knownHead,
}: Extract<Verification, { sound: true }> & { readonly knownHead: boolean }) {
  const t = useVerifyText();
  const domain = useDomainText();
  const { day } = useMoments(session.timeZone);
  return (
    <>
      <Notice tone="for" announce="status" title={t('sound')}>
        <p>{t('sound-text', { count: entries })}</p>
        {stillSealed > 0 && <p>{t('sealed', { count: stillSealed })}</p>}
        <p>
          {t('head-of-file')}: <Hash value={head} groups={4} />
        </p>
        <p>{t(knownHead ? 'head-known' : 'head-unknown')}</p>
      </Notice>
      <section className={styles['session']} aria-labelledby="session-title">
        <h2 id="session-title">
          {domain('session-number', { number: session.number })}, {day(session.date)}
        </h2>
        <p className={styles['soft']}>{session.contestTitle}</p>
        {session.rehearsal && (
          <p>
            <Badge tone="warn" outlined>
              {domain('rehearsal')}
            </Badge>
          </p>
        )}
        <h3>{t('outcomes')}</h3>
        <ol className={styles['questions']}>
          {session.questions.map((question, index) => (
            <li key={question.questionId}>
              <QuestionFinding session={session} question={question} number={index + 1} />
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
