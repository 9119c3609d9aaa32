import type { LiveState } from '../live/live-session.ts';
import { defineTexts } from '../text/texts.ts';
import { Hash, shortHash } from '../ui/Hash.tsx';
import styles from './QuorumLine.module.css';

const useText = defineTexts('chain', {
  ru: {
    entry: 'Журнал: запись {{position}}',
    whole: 'цепочка проверена, записи 1–{{through}}',
    since: 'цепочка проверена с записи {{from}}',
    checking: 'проверяем цепочку: {{position}} из {{through}}',
    broken: 'Цепочка нарушена на записи {{position}}',
    here: 'пересчитано в этом браузере',
  },
  en: {
    entry: 'Journal: entry {{position}}',
    whole: 'chain verified, entries 1–{{through}}',
    since: 'chain verified from entry {{from}} on',
    checking: 'verifying the chain: {{position}} of {{through}}',
    broken: 'The chain is broken at entry {{position}}',
    here: 'recomputed in this browser',
  },
});

/** The end of the journal and how much of the chain this browser has recomputed. `still`: nothing to press, for the hall. */
export function ChainLine({ live, still }: { readonly live: LiveState; readonly still?: boolean }) {
  const t = useText();
  const { chain, position, headHash } = live;
  if (!chain) return null;
  return (
    <span title={t('here')}>
      {t('entry', { position })} · {still ? <code>{shortHash(headHash)} …</code> : <Hash value={headHash} />}{' '}
      ·{' '}
      {chain.broken ? (
        <b role="alert" className={styles['fails']}>
          ✕ {t('broken', { position: chain.broken.position })}
        </b>
      ) : (
        <span className={styles['stands']}>
          <span aria-hidden="true">✓ </span>
          {chain.checking !== undefined
            ? t('checking', { position: chain.checking, through: chain.through })
            : chain.from === 1
              ? t('whole', { through: chain.through })
              : t('since', { from: chain.from })}
        </span>
      )}
    </span>
  );
}
