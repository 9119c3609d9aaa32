import { useContestText } from '../../text/contest-text.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from '../../forms/Forms.module.css';
import { useConveneText } from './convene-text.ts';
import type { PartProps } from './form-parts.ts';
import { rollOf, votingAmong } from './session-form.ts';

/** Who sits on the roll, who presides, who keeps the minutes. */
export function RollPart({ contest, fields, onFields, errorAt }: PartProps) {
  const t = useContestText();
  const own = useConveneText();
  const domain = useDomainText();
  const roll = rollOf(contest, fields);
  const voting = votingAmong(roll).length;
  const seats = roll.map(({ memberId, name }) => ({ value: memberId, text: name }));
  const toggle = (memberId: string, on: boolean) =>
    onFields({
      rollIds: on ? [...fields.rollIds, memberId] : fields.rollIds.filter((each) => each !== memberId),
    });
  const rollError = errorAt('roll');
  return (
    <section className={styles['part']} aria-labelledby="part-roll">
      <h2 id="part-roll">{own('part-roll')}</h2>
      <fieldset className={styles['roll']}>
        <legend>{own('on-the-roll')}</legend>
        {contest.members.map(({ memberId, name, post, role, votes }) => (
          <label key={memberId} className={styles['check']}>
            <input
              type="checkbox"
              checked={fields.rollIds.includes(memberId)}
              onChange={(event) => toggle(memberId, event.target.checked)}
            />
            <span>
              {name}
              <small>
                {[post, role !== 'member' && domain(`role-${role}`), !votes && domain('no-vote')]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
          </label>
        ))}
      </fieldset>
      {rollError && (
        <Notice tone="against" announce="alert">
          {rollError}
        </Notice>
      )}
      <div className={styles['columns']}>
        <Select
          label={own('presiding')}
          placeholder={t('choose')}
          value={fields.presidingId}
          options={seats}
          onValue={(presidingId) => onFields({ presidingId })}
          error={errorAt('presidingId')}
        />
        <Select
          label={t('secretary')}
          value={fields.secretaryId === '' ? 'none' : fields.secretaryId}
          options={[{ value: 'none', text: own('secretary-none') }, ...seats]}
          onValue={(secretaryId) => onFields({ secretaryId: secretaryId === 'none' ? '' : secretaryId })}
          error={errorAt('secretaryId')}
        />
        {fields.secretaryId === '' && (
          <TextField
            label={own('secretary-name')}
            hint={own('secretary-name-hint')}
            optional
            value={fields.secretaryName}
            onText={(secretaryName) => onFields({ secretaryName })}
            error={errorAt('secretaryName')}
          />
        )}
        <TextField
          label={own('seats')}
          hint={own('seats-hint', { count: voting })}
          inputMode="numeric"
          value={fields.establishedSeats}
          onText={(establishedSeats) => onFields({ establishedSeats })}
          error={errorAt('establishedSeats')}
        />
      </div>
      <TextArea
        label={own('invited')}
        hint={own('invited-hint')}
        optional
        value={fields.invited}
        onText={(invited) => onFields({ invited })}
        error={errorAt('invited')}
      />
    </section>
  );
}
