import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { useSession } from '../../live/use-session.ts';
import { LivedJournal } from '../../testing/lived-journal.ts';
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
