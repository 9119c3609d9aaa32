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

it('asks before it closes by accident over typed text, and not over anything else', async () => {
  let closed = 0;
  render(
    <Dialog open onClose={() => (closed += 1)} title="Особое мнение">
      <input type="checkbox" aria-label="Прочитано" />
      <textarea aria-label="Текст" />
    </Dialog>,
  );
  const cross = screen.getByRole('button', { name: 'Закрыть' });
  await userEvent.click(screen.getByRole('checkbox'));
  await userEvent.click(cross);
  expect(closed).toBe(1);
  await userEvent.type(screen.getByRole('textbox'), 'Считаю иначе');
  await userEvent.click(cross);
  expect(closed).toBe(1);
  await userEvent.click(screen.getByRole('button', { name: 'Продолжить ввод' }));
  expect(screen.queryByRole('alert')).toBeNull();
  await userEvent.click(cross);
  await userEvent.click(screen.getByRole('button', { name: 'Закрыть без отправки' }));
  expect(closed).toBe(2);
});
