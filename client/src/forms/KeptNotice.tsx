import type { ReactNode } from 'react';
import { useMoments } from '../text/moments.ts';
import { defineTexts } from '../text/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { Draft } from './use-draft.ts';

const useText = defineTexts('kept', {
  ru: {
    title: 'Вы продолжаете начатое',
    since: 'Форма сохранена в этом браузере {{moment}}.',
    'begin-anew': 'Отбросить набранное',
  },
  en: {
    title: 'You go on where you left off',
    since: 'This browser has kept the form since {{moment}}.',
    'begin-anew': 'Discard what was typed',
  },
});

interface KeptNoticeProps {
  readonly draft: Pick<Draft<unknown>, 'keptAt' | 'begin'>;
  /** What of the form was not kept, but read anew. */
  readonly children?: ReactNode;
}

/** Says that a form was found as it had been left, and lets it begin anew. */
export function KeptNotice({ draft: { keptAt, begin }, children }: KeptNoticeProps) {
  const t = useText();
  const { moment } = useMoments();
  if (keptAt === undefined) return null;
  return (
    <Notice title={t('title')}>
      <p>
        {t('since', { moment: moment(keptAt, 'dateTime') })} {children}
      </p>
      <Button size="small" onClick={begin}>
        {t('begin-anew')}
      </Button>
    </Notice>
  );
}
