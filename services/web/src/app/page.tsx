import { cookies } from 'next/headers';
import { returningCookie } from '../account/returning.ts';
import { readSession } from '../server/session.ts';
import { KeptStart } from '../shell/kept-start.tsx';
import { ApiAway, Landing, Workspace } from '../shell/pages.tsx';

/** The one page: the todo chat for who is signed in, the way in for everybody else. */
export default async function Page({ searchParams }: { searchParams: Promise<{ c?: string | string[] }> }) {
  const session = await readSession();
  if (session.state === 'away') {
    return (
      <KeptStart>
        <ApiAway />
      </KeptStart>
    );
  }
  if (session.state === 'signed-out') {
    const returning = (await cookies()).has(returningCookie);
    return <Landing initialMode={returning ? 'sign-in' : 'sign-up'} />;
  }
  const asked = Number((await searchParams).c);
  const conversation = Number.isInteger(asked) && asked > 0 ? asked : undefined;
  return <Workspace user={session.user} {...(conversation ? { conversation } : {})} />;
}
