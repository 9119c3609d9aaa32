import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { AccountMenu } from './AccountMenu.tsx';
import styles from './Page.module.css';
import { LanguageToggle, ThemeToggle } from './Toggles.tsx';
import { classNames } from './class-names.ts';
import { usePageText } from './page-text.ts';

export interface PageProps {
  /** The title of the browser's tab. */
  readonly title: string;
  /** Beside the product's name: which session, which contest. */
  readonly bar?: ReactNode;
  /** `narrow` for forms and reading, `full` for a console that fills the window. */
  readonly width?: 'narrow' | 'regular' | 'full';
  readonly children: ReactNode;
}

/** The frame of an ordinary screen: skip link, bar, main. Hall and member have frames of their own. */
export function Page({ title, bar, width = 'regular', children }: PageProps) {
  const t = usePageText();
  return (
    <div className={styles['page']}>
      <title>{`${title} · ${t('product')}`}</title>
      <a className={styles['skip']} href="#main">
        {t('skip')}
      </a>
      <header className={classNames(styles['bar'], 'no-print')}>
        <Link className={styles['brand']} to="/">
          {t('product')}
        </Link>
        {bar && <div className={styles['where']}>{bar}</div>}
        <div className={styles['end']}>
          <LanguageToggle />
          <ThemeToggle />
          <AccountMenu />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={classNames(styles['main'], styles[width])}>
        {children}
      </main>
    </div>
  );
}
