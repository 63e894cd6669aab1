/** A cookie that only says that somebody has signed in on this browser before: the form then opens at "Sign in". */
export const returningCookie = 'returning';
