import { isDecided, type CameTo, type QuestionState } from '@open-ballot/shared/rules/showing/came-to';
import { useDomainText } from '../text/domain-text.ts';
import { Badge, type Tone } from '../ui/Badge.tsx';

const looks: Readonly<Record<QuestionState, { readonly tone: Tone; readonly sign: string }>> = {
  waiting: { tone: 'neutral', sign: '○' },
  open: { tone: 'accent', sign: '●' },
  counting: { tone: 'neutral', sign: '…' },
  tied: { tone: 'warn', sign: '=' },
  'no-quorum': { tone: 'warn', sign: '!' },
  'next-round': { tone: 'warn', sign: '↻' },
  annulled: { tone: 'warn', sign: '↻' },
  adopted: { tone: 'for', sign: '✓' },
  awarded: { tone: 'for', sign: '★' },
  rejected: { tone: 'against', sign: '✕' },
  'no-winner': { tone: 'against', sign: '–' },
  void: { tone: 'neutral', sign: '–' },
  dropped: { tone: 'neutral', sign: '–' },
};

/** How a question stands, by sign and word. */
export function StateBadge({ came }: { readonly came: CameTo }) {
  const stateText = useStateText();
  const { tone, sign } = looks[came.state];
  const isLeftOpen = came.final && !isDecided(came.state);
  return (
    <Badge tone={isLeftOpen ? 'neutral' : tone}>
      {!isLeftOpen && <span aria-hidden="true">{sign}</span>}
      {stateText(came)}
    </Badge>
  );
}

/** The same in words alone. After the session has closed, what waited stays undecided (rule 1.4); in a cancelled one it was never heard. */
export function useStateText(): (came: CameTo) => string {
  const t = useDomainText();
  return ({ state, final, unheard }) => {
    if (isDecided(state)) return t(`result-${state}`);
    if (unheard) return t('result-unheard');
    return t(final ? 'result-undecided' : `state-${state}`);
  };
}
