import type { Profile } from '../account/profile/profile-query.ts';
import { askApi } from './ask-api.ts';

/** What the account knows of the person, so that the first paint has it; the page itself asks again without it. */
export async function readProfile(userId: string): Promise<Profile | undefined> {
  try {
    const answer = await askApi(`/api/${encodeURIComponent(userId)}/profile`);
    return answer.ok ? ((await answer.json()) as Profile) : undefined;
  } catch {
    return undefined;
  }
}
