import type { Me } from '@open-ballot/shared/contract/http';
import { AdmittedOnly } from '../../forms/AdmittedOnly.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import styles from '../../forms/Forms.module.css';
import { useAccountText } from './account-text.ts';
import { PasswordForm } from './PasswordForm.tsx';

export default function AccountScreen() {
  const t = useAccountText();
  return (
    <Page title={t('title')} width="narrow">
      <AdmittedOnly title={t('signed-out')} text={t('signed-out-text')}>
        {(me) => <OwnAccount me={me} />}
      </AdmittedOnly>
    </Page>
  );
}

function OwnAccount({ me }: { readonly me: Me }) {
  const t = useAccountText();
  return (
    <>
      <PageHeader title={t('title')}>{me.name}</PageHeader>
      <div className={styles['parts']}>
        {me.rehearsalOnly && <Notice tone="warn">{t('rehearsal-only')}</Notice>}
        <PasswordForm login={me.login} />
      </div>
    </>
  );
}
