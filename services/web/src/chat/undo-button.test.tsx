import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { renderForAda, withFakeApi } from '../../test/render-app.tsx';
import { ToolActivity } from './tool-activity.tsx';
import type { ToolPart } from './tool-call.ts';

const part: ToolPart = {
  type: 'dynamic-tool',
  toolName: 'add_task',
  toolCallId: 'call',
  state: 'output-available',
  input: { title: 'Buy milk' },
  output: { task_id: 2, status: 'created', title: 'Buy milk' },
};

test.each([
  { isWriting: true, said: 'nothing' },
  { isWriting: false, said: 'Off the list again' },
])('a task that the list does not have: %o', async ({ isWriting, said }) => {
  withFakeApi().store.add({ title: 'Call mom' });
  renderForAda(<ToolActivity part={part} isNew isWriting={isWriting} />);
  const status = await screen.findByRole('status');
  await waitFor(() => expect(status.textContent || 'nothing').toBe(said));
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('a list that is older than the answer is asked before a word is said', async () => {
  const { store } = withFakeApi();
  store.add({ title: 'Call mom' });
  renderForAda(<Ending />);
  const status = await screen.findByRole('status');
  store.add({ title: 'Buy milk' });
  fireEvent.click(screen.getByText('End'));
  expect(status.textContent).toBe('');
  await screen.findByRole('button', { name: 'Undo' });
  expect(status.textContent).toBe('');
});

function Ending() {
  const [isWriting, setIsWriting] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setIsWriting(false)}>
        End
      </button>
      <ToolActivity part={part} isNew isWriting={isWriting} />
    </>
  );
}
