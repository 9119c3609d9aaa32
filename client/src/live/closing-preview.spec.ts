import { describe, expect, it } from '@jest/globals';
import { presets } from '@open-ballot/shared/rules/plan/presets';
import type { RuleSet } from '@open-ballot/shared/rules/plan/rule-set';
import { LivedJournal } from '../testing/lived-journal.ts';
import { closingPreview } from './closing-preview.ts';

const secretary = { officer: true, secretary: true, ballots: {} };

function previewAfter(
  ruleSet: RuleSet,
  votes: Readonly<Record<string, string>>,
  ...present: readonly string[]
) {
  const lived = new LivedJournal(ruleSet).open(...present);
  const roundId = lived.openRound();
  lived.votes(roundId, votes);
  const question = lived.session.questions[0]!;
  return {
    lived,
    preview: () => {
      const now = lived.session.questions[0]!;
      return closingPreview(lived.session, now, now.rounds[0]!, secretary, Date.parse(lived.now));
    },
    question,
  };
}

describe('what pressing «close» would mean', () => {
  it('[1.8] counts ballots for the quorum where nobody is present', () => {
    const lived = new LivedJournal(undefined, undefined, 'correspondence');
    lived.does({ secretaryId: 'account-1', signedIn: true }, { type: 'open-session' });
    const roundId = lived.openRound();
    const stands = () => {
      const question = lived.session.questions[0]!;
      return closingPreview(lived.session, question, question.rounds[0]!, secretary, Date.parse(lived.now))
        .quorumStands;
    };
    lived.votes(roundId, { ann: 'x', bo: 'x' });
    expect(stands()).toBe(false);
    lived.votes(roundId, { cy: 'x' });
    expect(stands()).toBe(true);
  });

  it('names the winner and who has not voted where names are shown', () => {
    const { preview } = previewAfter(presets['mfc-central'], { chair: 'x', ann: 'x' }, 'chair', 'ann', 'bo');
    expect(preview().closed?.round.outcome).toMatchObject({
      kind: 'won',
      winners: [{ nomineeId: 'x', place: 1 }],
    });
    expect(preview().silent?.map((seat) => seat.memberId)).toEqual(['bo']);
  });

  it('[7.2] names the tie-breaker that would decide', () => {
    const { preview } = previewAfter(presets['mfc-central'], { chair: 'y', ann: 'x' }, 'chair', 'ann', 'bo');
    expect(preview().closed?.round.outcome).toMatchObject({
      kind: 'won',
      decidedBy: 'own-vote',
      winners: [{ nomineeId: 'y' }],
    });
  });

  it('[7.3] foretells no winner where a lot from the journal would decide', () => {
    const ruleSet: RuleSet = { ...presets['mfc-central'], ties: ['lot'] };
    const { preview } = previewAfter(ruleSet, { chair: 'y', ann: 'x' }, 'chair', 'ann', 'bo');
    expect(preview().lot).toBe(true);
  });

  it('[10.1] under turnout says who is silent and nothing of the outcome', () => {
    const { preview } = previewAfter(presets['two-thirds'], { chair: 'x' }, 'chair', 'ann', 'bo', 'cy');
    expect(preview().closed).toBeUndefined();
    expect(preview().silent?.map((seat) => seat.memberId)).toEqual(['ann', 'bo', 'cy']);
  });

  it('[10.1] under totals says only how many are silent', () => {
    const ruleSet: RuleSet = { ...presets['mfc-central'], visibility: 'totals' };
    const { preview } = previewAfter(ruleSet, { chair: 'x' }, 'chair', 'ann', 'bo');
    expect(preview()).toMatchObject({ closed: undefined, silent: undefined, notVoted: 2 });
  });

  it('[3.4] warns when the quorum was lost meanwhile', () => {
    const { preview, lived } = previewAfter(presets['mfc-central'], { chair: 'x' }, 'chair', 'ann', 'bo');
    expect(preview().quorumStands).toBe(true);
    lived.does({ secretaryId: 'account-1' }, { type: 'mark-attendance', memberId: 'bo', attendance: 'left' });
    expect(preview().quorumStands).toBe(false);
    expect(preview().closed?.round.outcome?.kind).toBe('no-quorum');
  });
});
