import type { Me } from '@open-ballot/shared/contract/http';
import { useSearchParams } from 'react-router';
import { AdmittedOnly } from '../../forms/AdmittedOnly.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { AccountsTab } from './AccountsTab.tsx';
import { useAdministrationText } from './administration-text.ts';
import { AuditTab } from './AuditTab.tsx';
import { SecretariesTab } from './SecretariesTab.tsx';

const tabNames = ['accounts', 'secretaries', 'audit'] as const;
type TabName = (typeof tabNames)[number];

export default function AdministrationScreen() {
  const t = useAdministrationText();
  return (
    <Page title={t('title')}>
      <AdmittedOnly role="administrator" title={t('administrator-only')} text={t('administrator-only-text')}>
        {(me) => <Administration me={me} />}
      </AdmittedOnly>
    </Page>
  );
}

function Administration({ me }: { readonly me: Me }) {
  const t = useAdministrationText();
  const [params, setParams] = useSearchParams();
  const contents = {
    accounts: <AccountsTab me={me} />,
    secretaries: <SecretariesTab />,
    audit: <AuditTab />,
  };
  return (
    <>
      <PageHeader title={t('title')} />
      <Tabs<TabName>
        label={t('tabs')}
        value={tabNames.find((name) => name === params.get('tab')) ?? 'accounts'}
        onValue={(tab) => setParams({ tab }, { replace: true })}
        tabs={tabNames.map((value) => ({ value, title: t(value), content: contents[value] }))}
      />
    </>
  );
}
