import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { cameTo } from '@open-ballot/shared/rules/showing/came-to';
import type { Question } from '@open-ballot/shared/rules/session';
import { aNomination, aPlan, chooses, ranked } from '@open-ballot/shared/testing/a-session';
import { live, storiesOfRounds } from '@open-ballot/shared/testing/generated-session';
import { inSession, spread, type LivedSession } from '@open-ballot/shared/testing/lived-session';
import { cleanup, render, within } from '@testing-library/react';
import fc from 'fast-check';
import HallScreen from '../features/hall/HallScreen.tsx';
import MemberScreen from '../features/member/MemberScreen.tsx';
import ObserverScreen from '../features/observer/ObserverScreen.tsx';
import { QuestionFinding } from '../features/verify/QuestionFinding.tsx';
import { currentQuestion } from '../live/question-state.ts';
import type { LivedJournal } from '../testing/lived-journal.ts';
import { stage } from '../testing/live-stage.tsx';

jest.setTimeout(60_000);
afterEach(cleanup);

const numerals = ['', 'I', 'II', 'III', 'IV'];

/** A session lived by the generators, as the stage takes one. */
const staged = ({ entries, session, now }: LivedSession) =>
  ({ entries, session, now, headHash: entries.at(-1)!.hash }) as unknown as LivedJournal;

/** What each screen says of each question, in Russian; undefined where it has no room for it now. */
async function saidBy(lived: LivedSession): Promise<Record<string, (string | undefined)[]>> {
  const { session } = lived;
  const current = currentQuestion(session);
  const { memberId } = session.roll[0]!;

  const hall = await stage(staged(lived), <HallScreen />);
  const agenda = [...hall.container.querySelectorAll('ol > li')].map((each) => each.textContent ?? '');
  const wall = within(hall.container)
    .queryAllByRole('status')
    .find((each) => each.closest('main'));
  const onHall = session.questions.map((question, index) =>
    agenda.length === session.questions.length && !wall
      ? agenda[index]
      : question === current
        ? (wall?.textContent ?? undefined)
        : undefined,
  );
  cleanup();

  const observer = await stage(staged(lived), <ObserverScreen />);
  const nominations = [...observer.container.querySelectorAll('nav[aria-label] li button')];
  const onObserver = session.questions.map((_, index) => nominations[index]?.textContent ?? '');
  cleanup();

  const member = await stage(staged(lived), <MemberScreen />, {
    caller: { memberId, signedIn: true },
    you: { memberId, ballots: {} },
  });
  const lines = [...member.container.querySelectorAll('section[aria-labelledby="agenda-title"] > ol > li')];
  const onMember = lines.map((each) => each.querySelector('details b')?.textContent ?? '');
  const card = member.container.querySelector('section[data-news] > div + div');
  const onCard = session.questions.map((question) =>
    question === current ? (card?.textContent ?? undefined) : undefined,
  );
  cleanup();

  const onVerify = session.questions.map((question, index) => {
    const view = render(<QuestionFinding session={session} question={question} number={index + 1} />);
    const text = view.container.querySelector('h5 + p')?.textContent ?? '';
    cleanup();
    return text;
  });
  return { hall: onHall, observer: onObserver, member: onMember, card: onCard, verify: onVerify };
}

function expectedIn(question: Question, lived: LivedSession): string[] {
  const nameOf = (id: string) => question.nominees.find((each) => each.nomineeId === id)!.name;
  const joined = (ids: readonly string[]) =>
    ids.length < 2
      ? ids.map(nameOf).join('')
      : `${ids.slice(0, -1).map(nameOf).join(', ')} и ${nameOf(ids.at(-1)!)}`;
  const isPlain = question.places.kind !== 'ranked' || question.places.counts.join() === '1';
  return cameTo(lived.session, question).places.map(({ place, nomineeIds }) =>
    isPlain ? joined(nomineeIds) : `${numerals[place]} место – ${joined(nomineeIds)}`,
  );
}

async function expectSameWinners(lived: LivedSession): Promise<number> {
  const said = await saidBy(lived);
  let compared = 0;
  for (const [index, question] of lived.session.questions.entries()) {
    if (question.result.status !== 'awarded') continue;
    const expected = expectedIn(question, lived);
    const winners = question.result.winners.map(({ nomineeId }) => nomineeId);
    for (const [screen, texts] of Object.entries(said)) {
      const text = texts[index];
      if (text === undefined) continue;
      compared += 1;
      for (const each of expected) expect(`${screen}: ${text}`).toContain(each);
      const others = question.nominees.filter(({ nomineeId }) => !winners.includes(nomineeId));
      for (const { name } of others) expect(`${screen}: ${text}`).not.toContain(name);
      expect(`${screen}: ${text}`).not.toMatch(/победитель не определён/i);
    }
  }
  return compared;
}

describe('the winners of a question', () => {
  const votes = (...counts: readonly number[]) =>
    spread(counts.map((count, index) => [count, chooses('abc'[index]!)] as const));
  const forRunoff = () =>
    inSession(
      aPlan({
        members: 9,
        questions: [aNomination('choose', 'a b c', { places: ranked(1, 1, 1), ties: ['runoff', 'shared'] })],
      }),
    ).vote(votes(5, 2, 2));

  it.each([
    ['a runoff for the other places', () => forRunoff().vote(votes(0, 5, 2))],
    ['a runoff that nobody voted in', () => forRunoff().vote({})],
    ['a runoff whose places were shared', () => forRunoff().vote(votes(0, 3, 3))],
    [
      'the session was closed',
      () =>
        forRunoff()
          .vote(votes(0, 5, 2))
          .tell({ type: 'close-session' }),
    ],
  ])('[6.4] [6.5] are the same for hall, observer, member and verifier after %s', async (_, story) => {
    expect(await expectSameWinners(story())).toBe(5);
  });

  it('[6.4] are the same for them whatever is tried', async () => {
    await fc.assert(
      fc.asyncProperty(storiesOfRounds, async (story) => void (await expectSameWinners(live(story)))),
      { numRuns: 10, endOnFailure: true },
    );
  });
});
