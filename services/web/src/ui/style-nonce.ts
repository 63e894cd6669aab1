// Dialogs keep the page behind them still with a style sheet of their own, and look for the nonce that the
// Content-Security-Policy asks for under this name.
if (typeof document !== 'undefined') {
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
  Reflect.set(globalThis, '__webpack_nonce__', nonce);
}
