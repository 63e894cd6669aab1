import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { renderForAda } from '../../test/render-app.tsx';
import type { Locale } from '../i18n/languages.ts';
import { DictationButton } from './dictation-button.tsx';

/** Hears what a test says. */
class FakeRecognition {
  static latest: FakeRecognition | undefined;
  lang = '';
  onresult?: (event: object) => void;
  onerror?: (event: object) => void;
  onend?: () => void;
  start = vi.fn();
  stop = vi.fn(() => this.onend?.());
  constructor() {
    FakeRecognition.latest = this;
  }
  hear(...said: string[]) {
    act(() => this.onresult?.({ results: said.map((transcript) => [{ transcript }]) }));
  }
}

beforeEach(() => {
  FakeRecognition.latest = undefined;
  vi.stubGlobal('webkitSpeechRecognition', FakeRecognition);
});
afterEach(() => void vi.unstubAllGlobals());

function Box({ before }: { before: string }) {
  const [text, setText] = useState(before);
  return (
    <>
      <output>{text}</output>
      <DictationButton text={text} onText={setText} />
      <button type="button" onClick={() => setText('')}>
        sent
      </button>
    </>
  );
}

const written = () => document.querySelector('output')?.textContent;
const shown = (before = '', locale: Locale = 'en') => {
  renderForAda(<Box before={before} />, locale);
  return screen.getAllByRole('button')[0] as HTMLElement;
};
const listen = async (before = '', locale: Locale = 'en') => {
  const button = shown(before, locale);
  fireEvent.click(button);
  const recognition = await waitFor(() => {
    if (!FakeRecognition.latest) throw new Error('nothing listens yet');
    return FakeRecognition.latest;
  });
  return { button, recognition };
};

test('what is said comes after what is written, and may still change', async () => {
  const { recognition, button } = await listen('Please');
  expect(button.getAttribute('aria-pressed')).toBe('true');
  expect(screen.getByText('Listening. Speak now.')).toBeTruthy();
  recognition.hear('add mail');
  expect(written()).toBe('Please add mail');
  recognition.hear('add milk', ' to my list ');
  expect(written()).toBe('Please add milk to my list');
  fireEvent.click(button);
  expect(recognition.stop).toHaveBeenCalled();
  expect(button.getAttribute('aria-pressed')).toBe('false');
  expect(written()).toBe('Please add milk to my list');
});

test.each([
  ['en', /^en/],
  ['ur', /^ur/],
] as const)('it listens in the language of the page: %s', async (locale, language) => {
  expect((await listen('', locale)).recognition.lang).toMatch(language);
});

test('a microphone that is not allowed is said, with what to do', async () => {
  const { recognition, button } = await listen();
  act(() => {
    recognition.onerror?.({ error: 'not-allowed' });
    recognition.onend?.();
  });
  expect(button.getAttribute('aria-pressed')).toBe('false');
});

test.each(['Please', ''])(
  'what was sent after “%s” does not come back when more is understood',
  async (before) => {
    const { recognition } = await listen(before);
    recognition.hear('add milk');
    fireEvent.click(screen.getByText('sent'));
    recognition.hear('add milk', 'and bread');
    expect(written()).toBe('');
  },
);

test('who ends it before it has begun is not listened to', async () => {
  const button = shown();
  fireEvent.click(button);
  expect(button.getAttribute('aria-pressed')).toBe('true');
  fireEvent.click(button);
  expect(button.getAttribute('aria-pressed')).toBe('false');
  await import('./dictation.ts');
  await act(async () => {});
  expect(FakeRecognition.latest).toBeUndefined();
});

test('where the browser does not hear, nothing offers it', () => {
  vi.stubGlobal('webkitSpeechRecognition', undefined);
  Reflect.deleteProperty(window, 'webkitSpeechRecognition');
  expect(shown().textContent).toBe('sent');
});
