const KEY = 'typed-email';

/** Keeps the email of one form for the next, so that it is typed once. */
export function keepEmail(email: string): void {
  sessionStorage.setItem(KEY, email);
}

/** The email that was typed on the page before; it is given out once. */
export function takeEmail(): string {
  const email = sessionStorage.getItem(KEY) ?? '';
  sessionStorage.removeItem(KEY);
  return email;
}
