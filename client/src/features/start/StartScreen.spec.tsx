import { afterEach, expect, it } from '@jest/globals';
import type { Me, SessionSummary } from '@open-ballot/shared/contract/http';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { signedInAs } from '../../testing/signed-in.ts';
import { sessionsQuery } from '../../api/queries.ts';
import StartScreen from './StartScreen.tsx';

afterEach(cleanup);

const session: SessionSummary = {
  sessionId: 's1',
  contestId: 'c1',
  contestTitle: 'Лучший педагог',
  number: '1',
  date: '2026-12-01',
  status: 'open',
  rehearsal: true,
  demonstration: false,
  public: true,
};
const member: Me = {
  accountId: 'a1',
  login: 'kim.i',
  name: 'Ким Ирина',
  roles: ['member'],
  secretaryOf: [],
  seats: [{ sessionId: 's1', memberId: 'kim' }],
};

function shown(of: Partial<SessionSummary>) {
  const queries = signedInAs(member);
  queries.setQueryData(sessionsQuery.queryKey, { items: [{ ...session, ...of }] });
  render(
    <QueryClientProvider client={queries}>
      <MemoryRouter>
        <StartScreen />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}
const doors = () => screen.queryAllByRole('button', { name: /^(Секретарь|Председатель|Член комиссии)/ });

it('lets nobody into a rehearsal of other people as the people of the demonstration', () => {
  shown({});
  expect(screen.getByText('учебное заседание')).toBeTruthy();
  expect(doors()).toEqual([]);
  expect(screen.getByRole('link', { name: 'Голосовать' })).toBeTruthy();
});

it('shows whoever has come into the demonstration their own ways before those of the others', () => {
  shown({ demonstration: true });
  expect(doors()).toHaveLength(10);
  const own = screen.getByRole('link', { name: 'Голосовать' });
  expect(own.compareDocumentPosition(doors()[0]!) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});
