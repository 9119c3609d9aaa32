import type { Contest, ContestMember } from '@open-ballot/shared/contract/http';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useContestText } from '../../text/contest-text.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Table } from '../../ui/Table.tsx';
import styles from '../../forms/Forms.module.css';
import { useContestRequests } from './contest-requests.ts';
import { ImportLink } from './import/ImportLink.tsx';
import { ImportPage } from './import/ImportPage.tsx';
import { MemberDialog } from './MemberDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { RowActs } from './RowActs.tsx';

type Editing = { readonly what: 'member' | 'removal'; readonly member?: ContestMember };

export function MembersTab({ contest }: { readonly contest: Contest }) {
  const { contestId, members } = contest;
  const t = useContestText();
  const domain = useDomainText();
  const { remove } = useContestRequests(contestId);
  const [editing, setEditing] = useState<Editing>();
  const close = () => setEditing(undefined);
  const [params] = useSearchParams();
  if (params.has('import')) return <ImportPage contest={contest} what="members" />;
  const add = (
    <>
      <Button look="primary" onClick={() => setEditing({ what: 'member' })}>
        {t('add-member')}
      </Button>
      <ImportLink tab="members" />
    </>
  );
  return (
    <div className={styles['parts']}>
      {members.length === 0 ? (
        <EmptyState title={t('no-members')} actions={add}>
          {t('no-members-text')}
        </EmptyState>
      ) : (
        <>
          <Table caption={t('members')} captionHidden dense cards>
            <thead>
              <tr>
                <th scope="col">{t('member')}</th>
                <th scope="col">{t('body')}</th>
                <th scope="col">{t('role')}</th>
                <th scope="col">{t('vote')}</th>
                <th scope="col">{t('login')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('acts')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {members.map((member) => (
                <tr key={member.memberId}>
                  <th scope="row">
                    {member.name}
                    <small>{member.post}</small>
                  </th>
                  <td data-label={t('body')}>{member.body}</td>
                  <td data-label={t('role')}>{domain(`role-${member.role}`)}</td>
                  <td data-label={t('vote')}>{t(member.votes ? 'has-vote' : 'has-no-vote')}</td>
                  <td data-label={t('login')}>
                    {member.accountLogin ?? <span className={styles['soft']}>{t('no-login')}</span>}
                    {member.email !== undefined && <small>{member.email}</small>}
                  </td>
                  <td>
                    <RowActs
                      name={member.name}
                      onEdit={() => setEditing({ what: 'member', member })}
                      onRemove={() => setEditing({ what: 'removal', member })}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
          <div className={styles['links']}>{add}</div>
        </>
      )}
      {editing?.what === 'member' && (
        <MemberDialog contestId={contestId} member={editing.member} onClose={close} />
      )}
      {editing?.what === 'removal' && editing.member && (
        <RemoveDialog
          name={editing.member.name}
          onRemove={() => remove(`/members/${encodeURIComponent(editing.member?.memberId ?? '')}`)}
          onClose={close}
        />
      )}
    </div>
  );
}
