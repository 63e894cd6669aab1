import { cookies, headers } from 'next/headers';
import { readSettings } from '../../settings.cjs';
import { fetchApi } from './fetch-api.ts';

const PATIENCE_MILLISECONDS = 4000;

/** Asks the api for what a page begins with, as the person whose browser asks for the page. */
export async function askApi(path: string): Promise<Response> {
  const { apiUrl } = readSettings(process.env);
  const received = await headers();
  return fetchApi(apiUrl + path, {
    headers: {
      cookie: (await cookies()).toString(),
      'x-forwarded-for': received.get('x-forwarded-for') ?? '',
    },
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
  });
}
