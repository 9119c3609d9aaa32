import { useId } from 'react';
import { timeZoneNames } from '../../text/local-moment.ts';
import { useContestText } from '../../text/contest-text.ts';
import { TextField } from '../../ui/TextField.tsx';
import { contestFaults, type ContestFields } from './contest-fields.ts';

interface ContestFieldsetProps {
  readonly fields: ContestFields;
  readonly onFields: (fields: ContestFields) => void;
  /** Faults show once somebody tried to save. */
  readonly tried: boolean;
  readonly errorAt: (path: string) => string | undefined;
}

export function ContestFieldset({ fields, onFields, tried, errorAt }: ContestFieldsetProps) {
  const t = useContestText();
  const faults = contestFaults(fields);
  const field = (name: keyof ContestFields) => {
    const fault = tried ? faults[name] : undefined;
    return {
      value: fields[name],
      onText: (text: string) => onFields({ ...fields, [name]: text }),
      error: fault ? t(fault) : errorAt(name),
    };
  };
  return (
    <>
      <TextField label={t('field-title')} hint={t('field-title-hint')} required {...field('title')} />
      <TextField
        label={t('field-organisation')}
        hint={t('field-organisation-hint')}
        optional
        {...field('organisation')}
      />
      <TextField
        label={t('field-commission')}
        hint={t('field-commission-hint')}
        optional
        {...field('commission')}
      />
      <TimeZoneField label={t('field-time-zone')} {...field('timeZone')} />
      <TextField
        label={t('field-deadline')}
        hint={t('field-deadline-hint')}
        type="datetime-local"
        required
        {...field('deadline')}
      />
    </>
  );
}

interface TimeZoneFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly error: string | undefined;
}

/** The IANA name, typed or chosen from what the browser knows. */
export function TimeZoneField({ label, value, onText, error }: TimeZoneFieldProps) {
  const listId = useId();
  return (
    <>
      <TextField
        label={label}
        list={listId}
        value={value}
        onText={onText}
        error={error}
        autoComplete="off"
        required
      />
      <datalist id={listId}>
        {timeZoneNames().map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
