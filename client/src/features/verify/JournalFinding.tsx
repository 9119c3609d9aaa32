import type { Session } from '@open-ballot/shared/rules/session';
import { findingText, type Finding, type FindingCode } from '@open-ballot/shared/verifier/file/finding';
import { knownDigits } from '@open-ballot/shared/verifier/known-hash';
import type { Landmark } from '@open-ballot/shared/verifier/landmarks';
import type { Verification } from '@open-ballot/shared/verifier/verify';
import { useId } from 'react';
import { useDomainText } from '../../text/domain-text.ts';
import { useMoments } from '../../text/moments.ts';
import { useLanguage } from '../../text/texts.ts';
import { useVerifyText } from './verify-text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Hash } from '../../ui/Hash.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Checked } from './check-journal.ts';
import { QuestionFinding } from './QuestionFinding.tsx';
import styles from './Verify.module.css';

/** What the recount found: that all of it holds, or the first entry that does not. */
export function RecountNotice({ checked }: { readonly checked: Checked }) {
  if (checked.outcome === 'verified') {
    const { verification } = checked;
    return verification.sound ? <Sound {...verification} /> : <Broken {...verification} />;
  }
  return <Refused finding={checked.finding} />;
}

/** What a file is that is refused as a whole; everything else says of its entries what they do not bear out. */
const whatItIs: Partial<Record<FindingCode, 'not-json' | 'not-a-journal'>> = {
  'not-utf8': 'not-json',
  'not-json': 'not-json',
  'no-list': 'not-a-journal',
  'no-entries': 'not-a-journal',
  'other-list': 'not-a-journal',
};

function Refused({ finding }: { readonly finding: Finding }) {
  const t = useVerifyText();
  const what = whatItIs[finding.code] ?? 'refused';
  return (
    <Notice tone="against" announce="alert" title={t(what)}>
      <p>{findingText(finding, useLanguage())}</p>
      <p>{t(`${what}-text`)}</p>
    </Notice>
  );
}

function Broken({ position, flaw, detail, finding }: Extract<Verification, { sound: false }>) {
  const t = useVerifyText();
  const language = useLanguage();
  return (
    <Notice tone="against" announce="alert" title={t('broken')}>
      <p>{flaw === 'head' ? t('known-nowhere') : t('broken-text', { position, why: t(`flaw-${flaw}`) })}</p>
      {finding && <p>{findingText(finding, language)}</p>}
      {flaw !== 'head' && position > 1 && <p>{t('broken-rest')}</p>}
      {!finding && <Detail text={detail} />}
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

type Found = Extract<Verification, { sound: true }>;

/** Green only where nothing lies beyond what a known hash vouches for (rule 12.3). */
function Sound({ entries, head, stillSealed, known, landmarks }: Found) {
  const t = useVerifyText();
  const reach = known?.reach ?? 'unasked';
  const isCovered = reach === 'whole' || reach === 'unasked';
  return (
    <Notice
      tone={isCovered ? 'for' : 'warn'}
      announce="status"
      title={t(isCovered ? 'sound' : `sound-${reach}`)}
    >
      <p>{t('sound-text', { count: entries })}</p>
      {stillSealed > 0 && <p>{t('sealed', { count: stillSealed })}</p>}
      <p>
        {t(`known-${reach}`, {
          ...known,
          entries,
          enough: knownDigits.vouching,
        })}
      </p>
      <Landmarks entries={entries} head={head} landmarks={landmarks} />
    </Notice>
  );
}

/** What people may have on paper, to be held against it (rule 12.4). */
function Landmarks({ entries, head, landmarks }: Pick<Found, 'entries' | 'head' | 'landmarks'>) {
  const t = useVerifyText();
  const domain = useDomainText();
  const named = (landmark: Landmark): string =>
    landmark.kind === 'protocol'
      ? t('landmark-protocol', { version: landmark.version })
      : t('landmark-closing', {
          question: landmark.questionNumber,
          round: domain(`round-${landmark.round.kind}`, { number: landmark.round.number }),
        });
  const lines = [
    ...landmarks.map((each) => ({ ...each, name: named(each) })),
    { position: entries, hash: head, name: t('landmark-last') },
  ];
  return (
    <ul className={styles['landmarks']}>
      {lines.map(({ name, position, hash }, index) => (
        <li key={index}>
          {t('landmark', { position, name })}: <Hash value={hash} groups={knownDigits.vouching / 4} />
        </li>
      ))}
    </ul>
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
