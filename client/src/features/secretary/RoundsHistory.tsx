import { useQuery } from '@tanstack/react-query';
import { seatOf, type Question, type Round } from '@open-ballot/shared/rules/session';
import { meQuery } from '../../api/queries.ts';
import { useSession, useYou } from '../../live/use-session.ts';
import { useBallotSentence } from '../../text/ballot-sentence.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { useMoments } from '../../text/moments.ts';
import { useRoundText } from '../../text/outcome-text.ts';
import { useSecretaryText } from './secretary-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Table } from '../../ui/Table.tsx';
import type { OpenDialog } from './console-dialog.ts';
import styles from './Secretary.module.css';

interface OfRound {
  readonly question: Question;
  readonly round: Round;
  readonly onDialog: OpenDialog;
}

/** The closed rounds of a question, the latest first: outcome, roll call, annulment (rule 9.2). */
export function RoundsHistory({
  question,
  onDialog,
}: {
  readonly question: Question;
  readonly onDialog: OpenDialog;
}) {
  const t = useSecretaryText();
  const closed = question.rounds.filter((round) => round.status !== 'open').toReversed();
  if (closed.length === 0) return null;
  return (
    <section className={styles['rounds']} aria-labelledby="rounds-title">
      <h2 id="rounds-title">{t('rounds')}</h2>
      {closed.map((round) => (
        <ClosedRound key={round.roundId} question={question} round={round} onDialog={onDialog} />
      ))}
    </section>
  );
}

function ClosedRound({ question, round, onDialog }: OfRound) {
  const session = useSession();
  const domain = useDomainText();
  const { moment } = useMoments(session.timeZone);
  const { headline, details, tone } = useRoundText()(session, question, round);
  return (
    <article className={styles['round']}>
      <p className={styles['soft']}>
        {domain(`round-${round.kind}`, { number: round.number })}
        {round.closedAt && ` · ${moment(round.closedAt, 'exact')}`}
        {round.closedBy && ` · ${domain(`closed-${round.closedBy}`)}`}
      </p>
      <p>
        <b className={styles['outcome']} data-tone={tone}>
          {headline}
        </b>
        {details.map((each) => `. ${each}`)}
      </p>
      <Annulment question={question} round={round} onDialog={onDialog} />
      {round.ballots.length > 0 && <RollCall question={question} round={round} />}
    </article>
  );
}

function Annulment({ round, onDialog }: OfRound) {
  const session = useSession();
  const you = useYou();
  const { data: me } = useQuery(meQuery);
  const t = useSecretaryText();
  if (session.status !== 'open' || round.status !== 'closed') return null;
  const { annulment, roundId } = round;
  if (!annulment)
    return (
      <Button size="small" look="quiet" onClick={() => onDialog({ name: 'annul', roundId })}>
        {t('annul-round')}
      </Button>
    );
  const byChair = seatOf(session, annulment.requestedBy);
  const isOwn =
    you.memberId === annulment.requestedBy || `secretary:${me?.accountId}` === annulment.requestedBy;
  return (
    <Notice
      tone="warn"
      title={t('annulment-asked')}
      actions={
        !isOwn && (
          <Button size="small" look="danger" onClick={() => onDialog({ name: 'confirm-annulment', roundId })}>
            {t('confirm-annulment')}
          </Button>
        )
      }
    >
      <p>
        {isOwn
          ? t('annulment-own', { who: t(byChair ? 'the-secretary' : 'presiding-member') })
          : t('annulment-other', { who: byChair?.name ?? t('the-secretary') })}
      </p>
      <p>
        {t(`ground-${annulment.ground}`)}. {annulment.reason}
      </p>
    </Notice>
  );
}

function RollCall({ question, round }: Pick<OfRound, 'question' | 'round'>) {
  const session = useSession();
  const t = useSecretaryText();
  const domain = useDomainText();
  const sentence = useBallotSentence();
  return (
    <details>
      <summary>{t('roll-call')}</summary>
      <Table caption={t('roll-call')} captionHidden dense>
        <thead>
          <tr>
            <th scope="col">{t('member')}</th>
            <th scope="col">{t('ballot')}</th>
          </tr>
        </thead>
        <tbody>
          {round.ballots.map(({ memberId, ballot, basis, changes }) => (
            <tr key={memberId}>
              <th scope="row">{seatOf(session, memberId)?.name ?? memberId}</th>
              <td>
                {ballot ? sentence(ballot, question) : domain('choice-sealed')}
                <small>
                  {[
                    basis !== 'own' && domain(`basis-${basis}`),
                    changes > 0 && t('changed', { count: changes }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}
