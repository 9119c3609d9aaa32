import type { ContestMember } from '@open-ballot/shared/contract/http';
import { useState } from 'react';
import { useContestText } from '../../text/contest-text.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { RadioCards } from '../../ui/ChoiceCards.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useContestRequests } from './contest-requests.ts';
import { SaveDialog } from '../../forms/SaveDialog.tsx';

const roles = ['chair', 'deputy-chair', 'secretary', 'member'] as const;

interface MemberDialogProps {
  readonly contestId: string;
  /** Undefined: a new one. */
  readonly member: ContestMember | undefined;
  readonly onClose: () => void;
}

export function MemberDialog({ contestId, member, onClose }: MemberDialogProps) {
  const t = useContestText();
  const domain = useDomainText();
  const { create, change } = useContestRequests(contestId);
  const [name, setName] = useState(member?.name ?? '');
  const [post, setPost] = useState(member?.post ?? '');
  const [body, setBody] = useState(member?.body ?? '');
  const [role, setRole] = useState<ContestMember['role']>(member?.role ?? 'member');
  const [votes, setVotes] = useState(member?.votes ?? true);
  const [email, setEmail] = useState(member?.email ?? '');
  const [accountLogin, setLogin] = useState(member?.accountLogin ?? '');
  const fields = {
    name: name.trim(),
    post: post.trim(),
    body: body.trim(),
    role,
    votes,
    email: email.trim() || null,
    accountLogin: accountLogin.trim() || null,
  };
  return (
    <SaveDialog
      title={member ? t('edit-named', { name: member.name }) : t('add-member')}
      disabled={fields.name === ''}
      paths={['name', 'post', 'body', 'email', 'accountLogin']}
      onClose={onClose}
      onSave={() =>
        member
          ? change(`/members/${encodeURIComponent(member.memberId)}`, fields)
          : create('/members', fields)
      }
    >
      {(errorAt) => (
        <>
          <TextField label={t('member')} value={name} onText={setName} error={errorAt('name')} required />
          <TextField label={t('post')} optional value={post} onText={setPost} error={errorAt('post')} />
          <TextField label={t('body')} optional value={body} onText={setBody} error={errorAt('body')} />
          <Select
            label={t('role')}
            value={role}
            options={roles.map((value) => ({ value, text: domain(`role-${value}`) }))}
            onValue={setRole}
          />
          <RadioCards
            legend={t('vote')}
            row
            value={votes ? 'yes' : 'no'}
            onValue={(value) => setVotes(value === 'yes')}
            cards={[
              { value: 'yes', title: t('has-vote') },
              { value: 'no', title: t('has-no-vote') },
            ]}
          />
          <TextField
            inputMode="email"
            autoCapitalize="none"
            label={t('email')}
            optional
            hint={t('email-hint')}
            value={email}
            onText={setEmail}
            error={errorAt('email')}
          />
          <TextField
            label={t('login')}
            optional
            autoCapitalize="none"
            value={accountLogin}
            onText={setLogin}
            error={errorAt('accountLogin')}
          />
        </>
      )}
    </SaveDialog>
  );
}
