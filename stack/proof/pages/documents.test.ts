import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const made = ['node_modules', '.next', '.git', 'dist'];
const settings = ['Pulumi.local.yaml.example', 'Pulumi.cloud.yaml'];
const pages = globSync(['*.md', '{docs,stack,services,contract,bench,e2e}/**/*.md'], {
  cwd: root,
  exclude: (path) => made.includes(basename(path)),
});
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

/** Workspaces by the name of their package: `-w stack` would mean those below that folder, too. */
function folderOf(workspace: string): string {
  return workspace.replace(/^@todo-chatbot\//, '') || '.';
}

/** Headings as their links name them, and anchors that a page sets itself. */
function anchorsOf(page: string): string[] {
  const text = textOf(page).replaceAll(/^```[\s\S]*?^```/gm, '');
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
  return [...headings, ...[...text.matchAll(/<a id="([^"]+)"/g)].map(([, id = '']) => id)];
}

test('pages were found', () => {
  expect(pages).toEqual(expect.arrayContaining(['README.md', join('docs', 'runbook.md')]));
  expect(pages.length).toBeGreaterThan(60);
});

describe.each([...pages, ...settings])('%s', (page) => {
  const text = textOf(page);

  test('names commands that exist', () => {
    for (const [command, name = '', workspace = ''] of text.matchAll(
      /npm run (?:-s |--silent )?([a-z][a-z:-]*)(?: -w ([^\s`),]+))?/g,
    )) {
      const { scripts } = JSON.parse(textOf(join(folderOf(workspace), 'package.json')));
      expect(scripts, command).toHaveProperty([name]);
    }
  });

  test('links to files and headings that exist', () => {
    for (const [, link = ''] of text.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)) {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : normalize(join(dirname(page), path));
      expect(existsSync(join(root, target)), link).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(target), link).toContain(anchor);
    }
  });
});
