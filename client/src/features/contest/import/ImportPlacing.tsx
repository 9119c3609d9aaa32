import type { Contest } from '@open-ballot/shared/contract/http';
import { useImportText } from './import-text.ts';
import { Select } from '../../../ui/Select.tsx';
import { Check } from '../../../ui/Check.tsx';
import styles from './Import.module.css';
import type { Placing } from './use-import.ts';

const byColumn = 'column';

interface ImportPlacingProps {
  readonly contest: Contest;
  readonly placing: Placing;
  readonly disabled: boolean;
  readonly onPlacing: (placing: Placing) => void;
}

/** Where nominees of a table go: where each row says, or all into one nomination. */
export function ImportPlacing({ contest, placing, disabled, onPlacing }: ImportPlacingProps) {
  const t = useImportText();
  const nominations = contest.nominations.map(({ nominationId, title, category }) => ({
    value: nominationId,
    text: category ? `${title}, ${category}` : title,
  }));
  return (
    <fieldset className={styles['placing']} disabled={disabled}>
      <Select
        label={t('where')}
        value={placing.nominationId ?? byColumn}
        options={[{ value: byColumn, text: t('where-column') }, ...nominations]}
        onValue={(value) =>
          onPlacing(value === byColumn ? { addNominations: false } : { nominationId: value })
        }
      />
      {placing.nominationId === undefined && (
        <Check
          checked={placing.addNominations ?? false}
          onChecked={(addNominations) => onPlacing({ addNominations })}
        >
          {t('add-nominations')}
        </Check>
      )}
    </fieldset>
  );
}
