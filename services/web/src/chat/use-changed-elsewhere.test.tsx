import { useQueryClient } from '@tanstack/react-query';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { useReducer } from 'react';
import { expect, test, vi } from 'vitest';
import { ada, renderForAda, withFakeApi } from '../../test/render-app.tsx';
import type { Conversation } from '../api-client/types.ts';
import { conversationsKey, useConversations } from './conversation-queries.ts';
import { useChangedElsewhere } from './use-changed-elsewhere.ts';

const onChange = vi.fn(async () => {});

function Watched() {
  const [, renderAgain] = useReducer((times: number) => times + 1, 0);
  const [busy, turn] = useReducer((before: boolean) => !before, false);
  useChangedElsewhere({ userId: ada.id, conversation: 1, busy, onChange });
  return (
    <>
      <button type="button" onClick={renderAgain}>
        render again
      </button>
      <button type="button" onClick={turn}>
        {busy ? 'end a turn' : 'begin a turn'}
      </button>
    </>
  );
}

function Panel() {
  const list = useConversations(ada.id);
  const queries = useQueryClient();
  const tell = (updated_at: string) =>
    queries.setQueryData<Conversation[]>(conversationsKey(ada.id), (all) =>
      all?.map((one) => ({ ...one, updated_at })),
    );
  return (
    <>
      <button type="button" onClick={() => queries.invalidateQueries({ queryKey: conversationsKey(ada.id) })}>
        ask again
      </button>
      <p>{list.isError ? 'lost' : (list.data?.length ?? 'loading')}</p>
      <p>{list.data?.[0]?.updated_at}</p>
      <input aria-label="changed at" onChange={({ target }) => tell(target.value)} />
      <Watched />
    </>
  );
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('watching the list keeps nobody from asking for it again', async () => {
  withFakeApi();
  renderForAda(<Panel />);
  await screen.findByText('0');
  await fetch('/api/ada-1/chat', { method: 'POST', body: JSON.stringify({ message: 'Buy milk' }) });
  act(() => screen.getByRole('button', { name: 'render again' }).click());
  act(() => screen.getByRole('button', { name: 'ask again' }).click());
  await screen.findByText('1');
  expect(screen.queryByText('lost')).toBeNull();
});

test('what is said elsewhere is news; what this tab says is none, nor what the list tells of it late', async () => {
  withFakeApi();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2030-01-01T10:00:00Z') });
  await fetch('/api/ada-1/chat', { method: 'POST', body: JSON.stringify({ message: 'Buy milk' }) });
  renderForAda(<Panel />);
  await screen.findByText('1');
  const change = async (time: string) => {
    fireEvent.change(screen.getByRole('textbox', { name: 'changed at' }), { target: { value: time } });
    await screen.findByText(time);
  };
  await change('2030-01-01T10:00:00.000Z');
  expect(onChange).not.toHaveBeenCalled();
  await change('2030-01-01T10:00:01.000Z');
  await waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
  press('begin a turn');
  await change('2030-01-01T10:00:02.000Z');
  press('end a turn');
  await change('2030-01-01T10:00:03.000Z');
  expect(onChange).toHaveBeenCalledTimes(1);
  vi.setSystemTime(new Date('2030-01-01T10:01:00Z'));
  await change('2030-01-01T10:01:00.000Z');
  await waitFor(() => expect(onChange).toHaveBeenCalledTimes(2));
  vi.useRealTimers();
});
