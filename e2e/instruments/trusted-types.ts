/** Whether a page lets text become code or markup. */
import { expect, type Page } from '@playwright/test';

const attempts = [
  () => document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>'),
  () => Object.assign(document.createElement('script'), { src: 'https://evil.example/x.js' }),
  () => Object.assign(document.createElement('script'), { text: 'alert(1)' }),
  () => Reflect.get(window, 'trustedTypes').createPolicy('another', {}),
];

/** Fails when the page takes a text for code or markup, or one more policy that would. */
export async function expectNoCodeFromText(page: Page): Promise<void> {
  for (const attempt of attempts) await expect(page.evaluate(attempt)).rejects.toThrow(TypeError.name);
}
