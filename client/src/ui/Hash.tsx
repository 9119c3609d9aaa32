import { useState } from 'react';
import styles from './Hash.module.css';
import { useUiText } from './ui-text.ts';

/** The first digits of a hash in groups of four, as people compare them aloud. */
export const shortHash = (hash: string, groups = 3): string =>
  Array.from({ length: groups }, (_, index) => hash.slice(index * 4, index * 4 + 4)).join(' ');

/** A hash, shortened; pressing it copies the whole. */
export function Hash({ value, groups = 3 }: { readonly value: string; readonly groups?: number }) {
  const [copied, setCopied] = useState(false);
  const t = useUiText();
  const copy = async () => {
    await copyText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <button
      type="button"
      className={styles['hash']}
      title={`${value} – ${t('copy')}`}
      onClick={() => void copy()}
    >
      <code>{shortHash(value, groups)} …</code>
      <span role="status" className={copied ? styles['copied'] : 'visually-hidden'}>
        {copied && t('copied')}
      </span>
    </button>
  );
}

// navigator.clipboard is missing on plain http, which is what a hall network often is.
async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}
