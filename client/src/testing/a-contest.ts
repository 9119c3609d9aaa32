import type { Contest } from '@open-ballot/shared/contract/http';

/** A contest with a chair and a member, and nothing put to the vote yet. */
export const aContest = (more: Partial<Contest> = {}): Contest => ({
  contestId: 'contest-1',
  title: 'Лучший МФЦ России',
  deadline: '2021-06-30T21:00:00.000Z',
  rehearsal: true,
  public: false,
  organisation: '',
  commission: '',
  timeZone: 'Europe/Moscow',
  nominations: [],
  members: [
    { memberId: 'a', name: 'Орлова', post: '', body: '', role: 'chair', votes: true },
    { memberId: 'b', name: 'Белова', post: '', body: '', role: 'member', votes: true },
  ],
  ...more,
});
