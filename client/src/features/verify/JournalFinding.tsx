import type { Session } from '@open-ballot/shared/rules/session';
import type { Verification } from '@open-ballot/shared/verifier/verify';
import { useId } from 'react';
import { useDomainText } from '../../text/domain-text.ts';
import { useMoments } from '../../text/moments.ts';
import { useVerifyText } from '../../text/verify-text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Hash } from '../../ui/Hash.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Checked } from './check-journal.ts';
import { QuestionFinding } from './QuestionFinding.tsx';
import styles from './Verify.module.css';

/** What the recount found: that all of it holds, or the first entry that does not. */
export function RecountNotice({ checked }: { readonly checked: Checked }) {
  const t = useVerifyText();
  if (checked.outcome === 'verified') {
    const { verification, knownHead } = checked;
    return verification.sound ? (
      <Sound {...verification} knownHead={knownHead} />
    ) : (
      <Broken {...verification} />
    );
  }
  return (
    <Notice tone="against" announce="alert" title={t(checked.outcome)}>
      {t(`${checked.outcome}-text`)}
      {checked.outcome === 'not-a-journal' && <Detail text={checked.detail} />}
    </Notice>
  );
}

function Broken({ position, flaw, detail }: Extract<Verification, { sound: false }>) {
  const t = useVerifyText();
  return (
    <Notice tone="against" announce="alert" title={t('broken')}>
      <p>{t('broken-text', { position, why: t(`flaw-${flaw}`) })}</p>
      {flaw !== 'head' && position > 1 && <p>{t('broken-rest')}</p>}
      <Detail text={detail} />
    </Notice>
  );
}

/** In the words of the verifier, which are English wherever it runs. */
function Detail({ text }: { readonly text: string }) {
  const t = useVerifyText();
  return (
    <p className={styles['soft']}>
      {t('detail')}: <code lang="en">{text}</code>
    </p>
  );
}

function Sound({
  entries,
  head,
  stillSealed,
  knownHead,
}: Extract<Verification, { sound: true }> & { readonly knownHead: boolean }) {
  const t = useVerifyText();
  return (
    <Notice tone="for" announce="status" title={t('sound')}>
      <p>{t('sound-text', { count: entries })}</p>
      {stillSealed > 0 && <p>{t('sealed', { count: stillSealed })}</p>}
      <p>
        {t('head-of-file')}: <Hash value={head} groups={4} />
      </p>
      <p>{t(knownHead ? 'head-known' : 'head-unknown')}</p>
    </Notice>
  );
}

/** Every outcome once more, where the journal holds. */
export function Outcomes({ checked }: { readonly checked: Checked }) {
  return checked.outcome === 'verified' && checked.verification.sound ? (
    <SessionOutcomes session={checked.verification.session} />
  ) : null;
}

function SessionOutcomes({ session }: { readonly session: Session }) {
  const t = useVerifyText();
  const domain = useDomainText();
  const { day } = useMoments(session.timeZone);
  const titleId = useId();
  return (
    <section className={styles['session']} aria-labelledby={titleId}>
      <h3 id={titleId}>
        {domain('session-number', { number: session.number })}, {day(session.date)}
      </h3>
      <p className={styles['soft']}>{session.contestTitle}</p>
      {session.rehearsal && (
        <p>
          <Badge tone="warn" outlined>
            {domain('rehearsal')}
          </Badge>
        </p>
      )}
      <h4>{t('outcomes')}</h4>
      <ol className={styles['questions']}>
        {session.questions.map((question, index) => (
          <li key={question.questionId}>
            <QuestionFinding session={session} question={question} number={index + 1} />
          </li>
        ))}
      </ol>
    </section>
  );
}
