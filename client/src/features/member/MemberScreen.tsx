import { openRounds, seatOf, type Seat } from '@open-ballot/shared/rules/session';
import { useLive, useSession, useYou } from '../../live/use-session.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Agenda } from './Agenda.tsx';
import { BetweenRounds } from './BetweenRounds.tsx';
import { ChairControls } from './ChairControls.tsx';
import { CheckIn } from './CheckIn.tsx';
import { MemberFrame } from './MemberFrame.tsx';
import { useMemberText } from './member-text.ts';
import { QuestionBallot } from './QuestionBallot.tsx';

/** What a member sees: one thing at a time, the open question large. */
export default function MemberScreen() {
  const session = useSession();
  const you = useYou();
  const seat = seatOf(session, you.memberId);
  return (
    <MemberFrame seat={seat}>
      {seat ? <Seated seat={seat} /> : <NoSeat />}
      <Agenda />
    </MemberFrame>
  );
}

function Seated({ seat }: { readonly seat: Seat }) {
  const session = useSession();
  const t = useMemberText();
  const open = openRounds(session);
  const presides = session.presidingId === seat.memberId;
  return (
    <>
      <CheckIn seat={seat} />
      {!seat.votes && <Notice>{t('seat-no-vote')}</Notice>}
      {seat.votes &&
        open.map(({ question, round }) => (
          <QuestionBallot key={round.roundId} question={question} round={round} seat={seat} />
        ))}
      {presides && <ChairControls />}
      {open.length === 0 && <BetweenRounds />}
    </>
  );
}

function NoSeat() {
  const session = useSession();
  const { you } = useLive();
  const t = useMemberText();
  return (
    <EmptyState
      title={t('no-seat')}
      actions={
        <>
          {you.secretary && (
            <ButtonLink look="primary" to={`/console/${session.sessionId}`}>
              {t('console')}
            </ButtonLink>
          )}
          <ButtonLink to={`/live/${session.sessionId}`}>{t('watch')}</ButtonLink>
          <ButtonLink to={`/sign-in?to=/session/${session.sessionId}`}>{t('sign-in')}</ButtonLink>
        </>
      }
    >
      {t('no-seat-text')}
    </EmptyState>
  );
}
