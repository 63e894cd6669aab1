import { headers } from 'next/headers';
import { SignIn } from './sign-in.tsx';

/** Rendered for each request, as a page is that knows who asks. */
export default async function Page() {
  const language = (await headers()).get('accept-language') ?? 'en';
  return (
    <main>
      <h1>A plain page</h1>
      <p>For who reads {language}.</p>
      <SignIn />
    </main>
  );
}
