import type { ContestNomination } from '@open-ballot/shared/contract/http';
import { useState } from 'react';
import { useContestText } from '../../text/contest-text.ts';
import { TextField } from '../../ui/TextField.tsx';
import { useContestRequests } from './contest-requests.ts';
import { SaveDialog } from '../../forms/SaveDialog.tsx';

interface NominationDialogProps {
  readonly contestId: string;
  /** Undefined: a new one. */
  readonly nomination: ContestNomination | undefined;
  readonly onClose: () => void;
}

export function NominationDialog({ contestId, nomination, onClose }: NominationDialogProps) {
  const t = useContestText();
  const { create, change } = useContestRequests(contestId);
  const [title, setTitle] = useState(nomination?.title ?? '');
  const [category, setCategory] = useState(nomination?.category ?? '');
  const body = { title: title.trim(), category: category.trim() || null };
  return (
    <SaveDialog
      title={nomination ? t('edit-named', { name: nomination.title }) : t('add-nomination')}
      disabled={body.title === ''}
      paths={['title', 'category']}
      onClose={onClose}
      onSave={() =>
        nomination ? change(`/nominations/${nomination.nominationId}`, body) : create('/nominations', body)
      }
    >
      {(errorAt) => (
        <>
          <TextField
            label={t('nomination')}
            value={title}
            onText={setTitle}
            error={errorAt('title')}
            required
          />
          <TextField
            label={t('category')}
            optional
            value={category}
            onText={setCategory}
            error={errorAt('category')}
          />
        </>
      )}
    </SaveDialog>
  );
}
