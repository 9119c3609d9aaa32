import type { Contest, ContestNomination } from '@open-ballot/shared/contract/http';
import { isDecimal } from '@open-ballot/shared/rules/counting/exact';
import type { Nominee } from '@open-ballot/shared/rules/session';
import { useState } from 'react';
import { localOfMoment, momentOfLocal } from '../../text/local-moment.ts';
import { useContestText } from '../../text/contest-text.ts';
import { TextField } from '../../ui/TextField.tsx';
import { useContestRequests } from './contest-requests.ts';
import { decimalOf } from '../../text/decimal-of.ts';
import { SaveDialog } from '../../forms/SaveDialog.tsx';
import { decimalText } from '../../text/decimal-text.ts';

interface NomineeDialogProps {
  readonly contest: Contest;
  readonly nomination: ContestNomination;
  /** Undefined: a new one. */
  readonly nominee: Nominee | undefined;
  readonly onClose: () => void;
}

export function NomineeDialog({ contest, nomination, nominee, onClose }: NomineeDialogProps) {
  const t = useContestText();
  const { create, change } = useContestRequests(contest.contestId);
  const [fields, setFields] = useState(() => ({
    name: nominee?.name ?? '',
    region: nominee?.region ?? '',
    organisation: nominee?.organisation ?? '',
    priorScore: nominee?.priorScore === undefined ? '' : decimalText(nominee.priorScore),
    appliedAt: nominee?.appliedAt ? localOfMoment(nominee.appliedAt, contest.timeZone) : '',
    entrantId: nominee?.entrantId ?? '',
    materials: nominee?.materials ?? '',
  }));
  const score = decimalOf(fields.priorScore);
  const isScoreFine = score === '' || isDecimal(score);
  const field = (name: keyof typeof fields, errorAt: (path: string) => string | undefined) => ({
    value: fields[name],
    onText: (text: string) => setFields((before) => ({ ...before, [name]: text })),
    error: errorAt(name),
  });
  const path = `/nominations/${nomination.nominationId}/nominees`;
  // What is empty is null for a change, which empties it, and left out of a new nominee.
  const body = {
    name: fields.name.trim(),
    region: fields.region.trim() || null,
    organisation: fields.organisation.trim() || null,
    priorScore: score || null,
    appliedAt: momentOfLocal(fields.appliedAt, contest.timeZone) ?? null,
    entrantId: fields.entrantId.trim() || null,
    materials: fields.materials.trim() || null,
  };
  return (
    <SaveDialog
      title={nominee ? t('edit-named', { name: nominee.name }) : t('add-nominee')}
      disabled={body.name === '' || !isScoreFine}
      paths={Object.keys(fields)}
      onClose={onClose}
      onSave={() =>
        nominee ? change(`${path}/${encodeURIComponent(nominee.nomineeId)}`, body) : create(path, body)
      }
    >
      {(errorAt) => (
        <>
          <TextField label={t('name')} required {...field('name', errorAt)} />
          <TextField label={t('region')} optional {...field('region', errorAt)} />
          <TextField label={t('organisation')} optional {...field('organisation', errorAt)} />
          <TextField
            label={t('prior-score')}
            hint={t('prior-score-hint')}
            inputMode="decimal"
            optional
            {...field('priorScore', errorAt)}
            {...(!isScoreFine && { error: t('bad-number') })}
          />
          <TextField
            label={t('applied-at')}
            type="datetime-local"
            optional
            {...field('appliedAt', errorAt)}
          />
          <TextField
            label={t('entrant-id')}
            hint={t('entrant-id-hint')}
            optional
            {...field('entrantId', errorAt)}
          />
          <TextField label={t('materials')} type="url" optional {...field('materials', errorAt)} />
        </>
      )}
    </SaveDialog>
  );
}
