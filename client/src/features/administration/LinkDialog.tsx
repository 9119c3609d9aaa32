import { useMoments } from '../../text/moments.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useUiText } from '../../ui/ui-text.ts';
import type { FreshLink } from './administration-requests.ts';
import { useAdministrationText } from './administration-text.ts';

interface LinkDialogProps {
  readonly name: string;
  readonly link: FreshLink;
  readonly onClose: () => void;
}

/** The one moment at which an administrator sees the link. */
export function LinkDialog({ name, link: { link, expiresAt }, onClose }: LinkDialogProps) {
  const t = useAdministrationText();
  const ui = useUiText();
  const { moment } = useMoments();
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('link-title', { name })}
      actions={<Button onClick={onClose}>{ui('close')}</Button>}
    >
      <p>{t('link-text', { moment: moment(expiresAt, 'dateTime') })}</p>
      <TextField
        label={t('link')}
        readOnly
        value={`${location.origin}/l#${link}`}
        onFocus={(event) => event.target.select()}
      />
    </Dialog>
  );
}
