import { useContestText } from '../../text/contest-text.ts';
import { useFaultText } from '../../text/fault-text.ts';
import { Check } from '../../ui/Check.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TimeZoneField } from '../../forms/TimeZoneField.tsx';
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
  const faultText = useFaultText();
  const faults = contestFaults(fields);
  const field = (name: Exclude<keyof ContestFields, 'public'>) => {
    const fault = tried ? faults[name] : undefined;
    return {
      value: fields[name],
      onText: (text: string) => onFields({ ...fields, [name]: text }),
      error: fault ? faultText({ code: fault }) : errorAt(name),
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
      <Check checked={fields.public} onChecked={(checked) => onFields({ ...fields, public: checked })}>
        {t('field-public')}
        <small>{t('field-public-hint')}</small>
      </Check>
    </>
  );
}
