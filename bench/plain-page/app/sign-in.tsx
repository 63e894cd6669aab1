'use client';

import { useState } from 'react';

/** As much form as the product's page has for who is signed out. */
export function SignIn() {
  const [email, setEmail] = useState('');
  return (
    <form>
      <label>
        Email
        <input type="email" value={email} onChange={(event) => setEmail(event.target.value)} />
      </label>
      <button type="submit" disabled={email === ''}>
        Sign in
      </button>
    </form>
  );
}
