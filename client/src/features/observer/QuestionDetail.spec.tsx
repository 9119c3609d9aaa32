import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { useSession } from '../../live/use-session.ts';
import { LivedJournal, theSecretary } from '../../testing/lived-journal.ts';
import { stage } from '../../testing/live-stage.tsx';
import { QuestionDetail } from './QuestionDetail.tsx';

afterEach(cleanup);

function Detail() {
  const [question] = useSession().questions;
  return question && <QuestionDetail question={question} />;
}

const voted = () => {
  const lived = new LivedJournal().open('chair', 'ann', 'bo', 'cy');
  lived.does({ memberId: 'cy' }, { type: 'recuse', questionId: 'q1', reason: 'работает там' });
  const roundId = lived.openRound();
  return { lived: lived.votes(roundId, { ann: 'x', bo: 'y', chair: 'y' }), roundId };
};

describe('a question in depth', () => {
  it('promises votes while they may come, and none in a session that is over', async () => {
    await stage(new LivedJournal(), <Detail />);
    expect(screen.getByText(/^Когда тур откроется/)).toBeTruthy();
    cleanup();
    const cancelled = new LivedJournal();
    cancelled.does(theSecretary, { type: 'cancel-session', reason: 'Перенесено' });
    await stage(cancelled, <Detail />);
    expect(screen.getByText('не рассматривался')).toBeTruthy();
    expect(screen.getByText('Голосования по этому вопросу не было')).toBeTruthy();
    expect(screen.queryByText(/^Когда тур откроется/)).toBeNull();
  });

  it('[10.1] explains nothing while the round is open', async () => {
    await stage(voted().lived, <Detail />);
    expect(screen.getByText(/^Проголосовали 3/)).toBeTruthy();
    expect(screen.queryByText('Почему такой итог')).toBeNull();
  });

  it('[10.2] [10.4] explains a closed round step by step, but never the reason of a recusal', async () => {
    const { lived, roundId } = voted();
    await stage(lived.closeRound(roundId), <Detail />);
    const explanation = screen.getByText('Почему такой итог').closest('details')!;
    expect(explanation.textContent).toContain('По самоотводу не участвовал\u00a01.');
    expect(explanation.textContent).toContain('Итог: победитель – МФЦ города Ульяновска.');
    expect(document.body.textContent).not.toContain('работает там');
  });
});
