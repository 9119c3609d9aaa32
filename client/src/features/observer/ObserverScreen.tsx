import { useSearchParams } from 'react-router';
import { currentQuestion } from '../../live/question-state.ts';
import { useSession } from '../../live/use-session.ts';
import { useWholeChain } from '../../live/use-whole-chain.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Missed } from '../../session-views/Missed.tsx';
import { Page } from '../../ui/Page.tsx';
import { Feed } from './Feed.tsx';
import { Nominations } from './Nominations.tsx';
import styles from './Observer.module.css';
import { ObserverHead } from './ObserverHead.tsx';
import { useObserverText } from './observer-text.ts';
import { QuestionDetail } from './QuestionDetail.tsx';

/** The session for anybody who looks: all nominations at a glance, one in depth, the feed, and proof. */
export default function ObserverScreen() {
  useWholeChain();
  const session = useSession();
  const t = useObserverText();
  const domain = useDomainText();
  const [parameters, setParameters] = useSearchParams();
  const chosen = session.questions.find((question) => question.questionId === parameters.get('q'));
  const question = chosen ?? currentQuestion(session);
  const choose = (questionId: string | undefined) =>
    setParameters(questionId === undefined ? {} : { q: questionId }, {
      replace: true,
      preventScrollReset: true,
    });
  return (
    <Page
      title={`${t('title')} · ${domain('session-number', { number: session.number })}`}
      bar={
        <>
          <b>{domain('session-number', { number: session.number })}</b>
          {session.rehearsal && (
            <Badge tone="warn" outlined>
              {domain('rehearsal')}
            </Badge>
          )}
        </>
      }
    >
      <ObserverHead />
      <Missed />
      {question ? (
        <div className={styles['columns']}>
          <Nominations current={question} follows={!chosen} onChoose={choose} />
          <QuestionDetail key={question.questionId} question={question} />
          <Feed />
        </div>
      ) : (
        <EmptyState title={t('no-questions')}>{t('not-voted-on-text')}</EmptyState>
      )}
    </Page>
  );
}
