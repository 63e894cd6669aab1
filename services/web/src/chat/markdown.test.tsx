import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderForAda } from '../../test/render-app.tsx';
import AnswerMarkdown from './markdown.tsx';

test('markdown becomes text with marks and lists', () => {
  renderForAda(<AnswerMarkdown text={'**Buy milk**\n\n1. one\n2. two'} />);
  expect(screen.getByText('Buy milk').tagName).toBe('STRONG');
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
});

test('HTML stays text', () => {
  const { container } = renderForAda(
    <AnswerMarkdown text={'<img src=x onerror="alert(1)"> <script>alert(1)</script>'} />,
  );
  expect(container.querySelector('img, script')).toBeNull();
  expect(container.textContent).toContain('<img src=x onerror="alert(1)">');
});

test.each([
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'vbscript:x',
  'data:text/html,<script>alert(1)</script>',
])('a link to %s leads nowhere', (address) => {
  const { container } = renderForAda(<AnswerMarkdown text={`[click](<${address}>)`} />);
  expect(container.querySelector('a')?.getAttribute('href') ?? '').toBe('');
});

test('a link opens apart and tells nothing about this page', () => {
  renderForAda(<AnswerMarkdown text="[docs](https://example.com/a)" />);
  const link = screen.getByRole('link', { name: 'docs' });
  expect([link.getAttribute('href'), link.getAttribute('rel')]).toEqual([
    'https://example.com/a',
    'noopener noreferrer nofollow',
  ]);
});

test('a picture is not fetched', () => {
  const { container } = renderForAda(
    <AnswerMarkdown text="![your secrets](https://evil.example/?q=secret)" />,
  );
  expect([container.querySelector('img'), container.textContent]).toEqual([null, 'your secrets']);
});

test('a heading of an answer is none of the page', () => {
  renderForAda(<AnswerMarkdown text={'# One\n\n###### Six'} />);
  expect(screen.queryByRole('heading')).toBeNull();
  expect(screen.getByText('Six')).toBeTruthy();
});

test('tables and lists with boxes are drawn, and a lone tilde strikes nothing out', () => {
  const text = '| Task | Due |\n| --- | --- |\n| Rent | ~5 or ~6 |\n\n- [x] Milk\n- [ ] ~~Bread~~';
  const { container } = renderForAda(<AnswerMarkdown text={text} />);
  expect(screen.getByRole('columnheader', { name: 'Due' })).toBeTruthy();
  expect(screen.getByRole('cell', { name: '~5 or ~6' })).toBeTruthy();
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    '☑\uFE0E Milk',
    '☐ Bread',
  ]);
  expect([container.querySelector('input'), container.querySelector('del')?.textContent]).toEqual([
    null,
    'Bread',
  ]);
});

test('code is copied as it is', async () => {
  const writeText = vi.fn(async () => {});
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { clipboard: { writeText } }));
  renderForAda(<AnswerMarkdown text={'```\nnpm <i>start</i>\n```'} />);
  fireEvent.click(screen.getByRole('button', { name: 'Copy the code' }));
  await screen.findByText('Copied.');
  expect(writeText).toHaveBeenCalledWith('npm <i>start</i>\n');
  vi.unstubAllGlobals();
});
