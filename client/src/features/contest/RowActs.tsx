import { useContestText } from '../../text/contest-text.ts';
import { Button } from '../../ui/Button.tsx';
import styles from '../../forms/Forms.module.css';

interface RowActsProps {
  readonly name: string;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** The two acts of a row; their names say of which row. */
export function RowActs({ name, onEdit, onRemove }: RowActsProps) {
  const t = useContestText();
  return (
    <div className={styles['rowActs']}>
      <Button size="small" look="quiet" aria-label={t('edit-named', { name })} onClick={onEdit}>
        {t('edit')}
      </Button>
      <Button size="small" look="quiet" aria-label={t('remove-named', { name })} onClick={onRemove}>
        {t('remove')}
      </Button>
    </div>
  );
}
