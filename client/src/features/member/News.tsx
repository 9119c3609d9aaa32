import type { Seat } from '@open-ballot/shared/rules/session';
import { headingOf } from '../../live/question-state.ts';
import { useSession } from '../../live/use-session.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { useResultText } from '../../text/outcome-text.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Member.module.css';
import { useMemberText } from './member-text.ts';
import { useNews, type News as OneNews } from './use-news.ts';

/** The title of the tab, what a screen reader says, and the way to what lies elsewhere on the page. */
export function News({ seat }: { readonly seat: Seat | undefined }) {
  const session = useSession();
  const t = useMemberText();
  const domain = useDomainText();
  const resultText = useResultText();
  const { latest, fresh, isElsewhere, show } = useNews(seat);
  const titleOf = ({ what, question }: OneNews) =>
    t(what === 'round' ? 'title-vote' : 'title-result', { question: headingOf(question) });
  const said = ({ what, question, round }: OneNews) =>
    what === 'round'
      ? t(`news-${round.kind}`, { question: headingOf(question) })
      : t('news-result', {
          question: headingOf(question),
          outcome: resultText(session, question)?.headline ?? '',
        });
  const frame = `${t('title')} · ${domain('session-number', { number: session.number })}`;
  return (
    <>
      <title>{latest ? `${titleOf(latest)} · ${frame}` : frame}</title>
      <p role="status" className="visually-hidden" data-announces>
        {fresh && said(fresh)}
      </p>
      {fresh && isElsewhere && (
        <div className={styles['news']}>
          <span>{said(fresh)}</span>
          <Button look="primary" size="small" onClick={show}>
            {t('news-show')}
          </Button>
        </div>
      )}
    </>
  );
}
