import { afterEach, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Dialog } from './Dialog.tsx';

afterEach(cleanup);

function Asking({ lasting }: { readonly lasting: boolean }) {
  const [open, setOpen] = useState(false);
  const dialog = <Dialog open={open} onClose={() => setOpen(false)} title="Подписать?" />;
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Подписать…
      </button>
      {(lasting || open) && dialog}
    </>
  );
}

it.each([true, false])('gives the focus back to what opened it (stays mounted: %s)', async (lasting) => {
  render(<Asking lasting={lasting} />);
  const opener = screen.getByRole('button', { name: 'Подписать…' });
  await userEvent.click(opener);
  await userEvent.click(screen.getByRole('button', { name: 'Закрыть' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(opener);
});
