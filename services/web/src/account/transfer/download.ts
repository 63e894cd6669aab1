import { addressOf } from '../../api-client/address.ts';
import { Problem } from '../../api-client/problem.ts';
import { problemOf } from '../../api-client/problem-of.ts';
import { apiFetch } from '../../api-client/request.ts';

export type ExportFormat = 'json' | 'csv';

/** Asks for an export and hands it to the browser as a file; answers with the file's name. */
export async function downloadExport(userId: string, format: ExportFormat): Promise<string> {
  const address = addressOf('get', '/api/{user_id}/export', { path: { user_id: userId }, query: { format } });
  const response = await apiFetch(address).catch(() => {
    throw new Problem(0, '');
  });
  if (!response.ok) throw await problemOf(response);
  const file = await response.blob().catch(() => {
    throw new Problem(0, '');
  });
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name ?? `todo.${format}`;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return link.download;
}
