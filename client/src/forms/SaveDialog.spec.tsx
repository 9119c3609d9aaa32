import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { ApiProblem } from '../api/client.ts';
import { TextField } from '../ui/TextField.tsx';
import { Toasts } from '../ui/Toasts.tsx';
import { SaveDialog } from './SaveDialog.tsx';

afterEach(cleanup);

/** Two dialogs in one place, as the tabs of a contest have them; the server answers when `answer` is called. */
function twoDialogs() {
  let answer = (_problem?: Error): void => undefined;
  const saving = new Promise<void>((resolve, reject) => {
    answer = (problem) => (problem ? reject(problem) : resolve());
  });
  function Tab() {
    const [editing, setEditing] = useState<string>();
    const [text, setText] = useState('');
    return (
      <>
        <button onClick={() => setEditing('Анна')}>one</button>
        <button onClick={() => setEditing('Борис')}>other</button>
        {editing && (
          <SaveDialog
            key={editing}
            title={editing}
            onClose={() => setEditing(undefined)}
            onSave={() => saving}
          >
            {() => <TextField label="name" value={text} onText={setText} />}
          </SaveDialog>
        )}
      </>
    );
  }
  render(
    <Toasts>
      <Tab />
    </Toasts>,
  );
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
  press('one');
  fireEvent.submit(screen.getByRole('textbox').closest('form')!);
  press('Отмена');
  press('other');
  return (problem?: Error) => act(async () => answer(problem));
}

describe('a dialog that was closed before the server answered', () => {
  it('does not close the one that was opened after it', async () => {
    const answers = twoDialogs();
    await answers();
    expect(screen.getByRole('dialog', { name: 'Борис' })).toBeTruthy();
  });

  it('says in passing what went wrong, and not in the one that was opened after it', async () => {
    const answers = twoDialogs();
    await answers(
      new ApiProblem({ type: 'about:blank', title: 'unreachable', status: 0, code: 'unreachable' }),
    );
    expect(screen.getByText(/^Анна\. Нет связи с сервером/)).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
