import type { QuestionState } from '../live/question-state.ts';
import { useDomainText } from '../text/domain-text.ts';
import { Badge, type Tone } from '../ui/Badge.tsx';

const looks: Readonly<Record<QuestionState, { readonly tone: Tone; readonly sign: string }>> = {
  waiting: { tone: 'neutral', sign: '○' },
  open: { tone: 'accent', sign: '●' },
  tied: { tone: 'warn', sign: '=' },
  adopted: { tone: 'for', sign: '✓' },
  awarded: { tone: 'for', sign: '★' },
  rejected: { tone: 'against', sign: '✕' },
  'no-winner': { tone: 'against', sign: '–' },
  void: { tone: 'neutral', sign: '–' },
};

/** How a question stands, by sign and word. After the session has closed, what waited stays undecided (rule 1.4). */
export function StateBadge({ state, over }: { readonly state: QuestionState; readonly over?: boolean }) {
  const t = useDomainText();
  if (over && (state === 'waiting' || state === 'tied')) return <Badge>{t('result-undecided')}</Badge>;
  const { tone, sign } = looks[state];
  const text =
    state === 'waiting' || state === 'open' || state === 'tied' ? t(`state-${state}`) : t(`result-${state}`);
  return (
    <Badge tone={tone}>
      <span aria-hidden="true">{sign}</span>
      {text}
    </Badge>
  );
}
