import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { refusal } from '../../../test/fake-account.ts';
import { renderAccount } from '../../../test/render-account.tsx';
import { withFakeApi } from '../../../test/render-app.tsx';
import DataSection from './data-section.tsx';

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: vi.fn() }) }));

/** As much of XMLHttpRequest as an import needs, over the fake api. */
class RequestByFetch {
  static current: RequestByFetch | undefined;
  upload: { onprogress?: (event: { loaded: number; total: number }) => void; onload?: () => void } = {};
  onload: () => void = () => {};
  onerror: () => void = () => {};
  onabort: () => void = () => {};
  status = 0;
  responseText = '';
  /** Lets the file go on its way. */
  release = Promise.withResolvers<void>();
  #address = '';
  #headers = new Headers();
  #answered = new Headers();
  constructor() {
    RequestByFetch.current = this;
  }
  open(_method: string, address: string) {
    this.#address = address;
  }
  setRequestHeader(name: string, value: string) {
    this.#headers.set(name, value);
  }
  getResponseHeader(name: string) {
    return this.#answered.get(name);
  }
  abort() {
    this.onabort();
  }
  async send(file: File) {
    this.upload.onprogress?.({ loaded: 1, total: 4 });
    await this.release.promise;
    const body = await file.text();
    const answer = await fetch(this.#address, { method: 'POST', headers: this.#headers, body });
    this.status = answer.status;
    this.#answered = answer.headers;
    this.responseText = await answer.text();
    this.onload();
  }
}

beforeEach(() => {
  vi.stubGlobal('XMLHttpRequest', RequestByFetch);
  Object.assign(URL, { createObjectURL: () => 'blob:file', revokeObjectURL: () => {} });
});

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
function bring(name: string, content: string) {
  const file = new File([content], name);
  Object.assign(file, { text: async () => content });
  fireEvent.change(screen.getByLabelText('File to import'), { target: { files: [file] } });
}

test.each([
  ['Everything (JSON)', 'todo-2030-01-31.json'],
  ['Tasks (CSV)', 'todo-2030-01-31.csv'],
])('%s is downloaded under its name', async (button, name) => {
  const clicked: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    clicked.push(this.download);
  });
  withFakeApi();
  renderAccount(<DataSection />);
  press(button);
  expect((await screen.findByText(/is downloaded/)).textContent).toContain(name);
  expect(clicked).toEqual([name]);
});

test('an export that fails says why', async () => {
  const api = withFakeApi();
  renderAccount(<DataSection />);
  api.answerOnce(refusal(503, 'database-away'));
  press('Tasks (CSV)');
  expect(await screen.findByText(/service is away/)).toBeTruthy();
});

test('a file is sent with its progress, once, and what it held is told', async () => {
  const api = withFakeApi();
  renderAccount(<DataSection />);
  bring('tasks.csv', 'title\r\nBuy milk\r\n');
  expect(screen.getByText(/tasks\.csv/)).toBeTruthy();
  press('Import');
  const bar = await screen.findByRole<HTMLProgressElement>('progressbar');
  await waitFor(() => expect(bar.value).toBe(0.25));
  RequestByFetch.current?.release.resolve();
  expect((await screen.findByText(/Added 2 tasks and 1 conversation\./)).textContent).toContain(
    '1 of the tasks lies in the trash',
  );
  const sent = api.requests.find(({ url }) => url.endsWith('/import'));
  expect(sent?.headers.get('content-type')).toBe('text/csv');
  expect(sent?.headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/);
  expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
});

test('every mistake of a file is shown with its row, and the mended file can be chosen again', async () => {
  withFakeApi();
  renderAccount(<DataSection />);
  bring('tasks.csv', 'wrong');
  press('Import');
  await screen.findByRole('progressbar');
  RequestByFetch.current?.release.resolve();
  await screen.findByText('Nothing was imported: 5 mistakes in the file.');
  const rows = within(screen.getByRole('table')).getAllByRole('row');
  expect(
    rows.slice(1).map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ),
  ).toEqual([
    ['2', 'title', 'A title has 1 to 200 characters.'],
    ['5', 'due_date', 'Write the day as \u20682030-01-31\u2069.'],
  ]);
  expect(screen.getByText('And 3 more.')).toBeTruthy();
  bring('tasks.csv', 'title\r\nBuy milk\r\n');
  expect(screen.queryByRole('table')).toBeNull();
});

test('an import that was cancelled is no failure, and a retry cannot double what it added', async () => {
  const api = withFakeApi();
  renderAccount(<DataSection />);
  bring('everything.json', '{}');
  press('Import');
  fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  expect(screen.queryByText(/did not work/)).toBeNull();
  const first = RequestByFetch.current;
  press('Import');
  await waitFor(() => expect(RequestByFetch.current).not.toBe(first));
  first?.release.resolve();
  RequestByFetch.current?.release.resolve();
  await screen.findByText(/Added 2 tasks/);
  const keys = api.requests
    .filter(({ url }) => url.endsWith('/import'))
    .map(({ headers }) => headers.get('idempotency-key'));
  expect(new Set(keys).size).toBe(1);
});

test.each([
  [
    refusal(503, 'imports-busy', {}, { 'retry-after': '20' }),
    /^Other imports are under way. Please try again in 20 seconds.$/,
  ],
  [
    refusal(429, 'too-many-requests', {}, { 'retry-after': '600' }),
    /^That was too often. Please try again in 10 minutes.$/,
  ],
  [
    refusal(503, 'database-away', {}, { 'retry-after': '1' }),
    /service is away.* Please try again in a moment.$/,
  ],
])('an import that fails says when it can be tried again (%#)', async (answer, said) => {
  const api = withFakeApi();
  renderAccount(<DataSection />);
  bring('tasks.csv', 'title\r\nBuy milk\r\n');
  press('Import');
  await screen.findByRole('progressbar');
  api.answerOnce(answer, (path) => path.endsWith('/import'));
  RequestByFetch.current?.release.resolve();
  expect(await screen.findByText(said)).toBeTruthy();
});

test('what cannot be imported is refused before it is sent', () => {
  withFakeApi();
  renderAccount(<DataSection />);
  bring('tasks.xlsx', '');
  expect(screen.getByText(/choose a \.json or \.csv/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
});

test('an account is deleted with its password alone, and nothing stays in the browser', async () => {
  const api = withFakeApi();
  renderAccount(<DataSection />);
  localStorage.setItem('draft', 'half a sentence');
  press('Delete my account…');
  const dialog = await screen.findByRole('alertdialog', { name: 'Delete your account for good?' });
  const password = within(dialog).getByLabelText('Password');
  const confirm = () => fireEvent.click(within(dialog).getByRole('button', { name: 'Delete for good' }));
  confirm();
  expect(within(dialog).getByText('Please type your password.')).toBeTruthy();
  fireEvent.change(password, { target: { value: 'guess' } });
  confirm();
  expect(await within(dialog).findByText('This is not your password.')).toBeTruthy();
  expect(localStorage.getItem('draft')).not.toBeNull();
  fireEvent.change(password, { target: { value: 'correct horse' } });
  confirm();
  await waitFor(() => expect(localStorage.getItem('draft')).toBeNull());
  expect(await api.requests.at(-1)?.json()).toEqual({ password: 'correct horse' });
});
