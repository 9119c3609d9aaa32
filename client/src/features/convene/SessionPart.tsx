import { useContestText } from '../../text/contest-text.ts';
import { useConveneText } from './convene-text.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from '../../forms/Forms.module.css';
import { TimeZoneField } from '../../forms/TimeZoneField.tsx';
import type { PartProps } from './form-parts.ts';

const forms = ['in-person', 'videoconference', 'mixed', 'correspondence'] as const;

/** When, where and in what form. */
export function SessionPart({ fields, onFields, errorAt }: PartProps) {
  const t = useContestText();
  const own = useConveneText();
  const domain = useDomainText();
  return (
    <section className={styles['part']} aria-labelledby="part-session">
      <h2 id="part-session">{own('part-session')}</h2>
      <div className={styles['columns']}>
        <TextField
          label={own('number')}
          hint={own('number-hint')}
          value={fields.number}
          onText={(number) => onFields({ number })}
          error={errorAt('number')}
          maxLength={64}
        />
        <TextField
          label={t('date')}
          type="date"
          value={fields.date}
          onText={(date) => onFields({ date })}
          error={errorAt('date')}
        />
        <TextField
          label={own('place')}
          value={fields.place}
          onText={(place) => onFields({ place })}
          error={errorAt('place')}
        />
        <TimeZoneField
          label={t('field-time-zone')}
          value={fields.timeZone}
          onText={(timeZone) => onFields({ timeZone })}
          error={errorAt('timeZone')}
        />
        <Select
          label={t('form')}
          value={fields.form}
          options={forms.map((value) => ({ value, text: domain(`form-${value}`) }))}
          onValue={(form) => onFields({ form })}
        />
      </div>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={fields.public}
          onChange={(event) => onFields({ public: event.target.checked })}
        />
        {t('public')}
      </label>
    </section>
  );
}
