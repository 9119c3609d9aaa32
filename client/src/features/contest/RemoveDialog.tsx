import { useContestText } from '../../text/contest-text.ts';
import { SaveDialog } from '../../forms/SaveDialog.tsx';

interface RemoveDialogProps {
  readonly name: string;
  readonly onRemove: () => Promise<unknown>;
  readonly onClose: () => void;
}

export function RemoveDialog({ name, onRemove, onClose }: RemoveDialogProps) {
  const t = useContestText();
  return (
    <SaveDialog
      title={t('remove-title', { name })}
      confirm={t('remove')}
      danger
      onSave={onRemove}
      onClose={onClose}
    >
      {() => <p>{t('remove-does')}</p>}
    </SaveDialog>
  );
}
