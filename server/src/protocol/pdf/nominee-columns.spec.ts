import { expect, it } from '@jest/globals';
import { bestOf, blocksOfVotes, sitting } from '@open-ballot/shared/testing/vote-texts';
import { pdfPages } from '../../testing/pdf-text.ts';
import { printed } from '../../testing/printed-blocks.ts';

it('draws no word of an approval vote in two pieces, neither of a title nor of the result', async () => {
  const session = sitting([bestOf({ kind: 'approval' })]);
  session.vote({
    m1: { answers: { a: 'for', b: 'against', c: 'against' } },
    m2: { answers: { a: 'for', b: 'abstain', c: 'against' } },
    m3: { answers: { a: 'for', b: 'for', c: 'against' } },
  });
  const words = pdfPages(await printed(blocksOfVotes(session)))
    .join(' ')
    .split(/\s+/);
  for (const whole of ['Против', 'Воздерж.', 'Итог', 'победитель']) expect(words).toContain(whole);
});
