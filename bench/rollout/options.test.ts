import { expect, test } from 'vitest';
import { imageOf, readOptions } from './options.ts';

test('with nothing said it is three rolls on Minikube', () => {
  expect(readOptions([])).toEqual({
    rolls: 3,
    context: 'minikube',
    namespace: 'todo-chatbot',
    url: undefined,
    secondImages: undefined,
    json: false,
  });
});

test('everything can be said', () => {
  const images = 'api=localhost:5000/todo-api:2,web=todo-web:2';
  const args = ['--rolls', '20', '--url', 'http://10.0.0.1:30080/', '--second-images', images, '--json'];
  expect(readOptions(args)).toMatchObject({
    rolls: 20,
    url: 'http://10.0.0.1:30080',
    secondImages: {
      api: { repository: 'localhost:5000/todo-api', tag: '2' },
      web: { repository: 'todo-web', tag: '2' },
    },
    json: true,
  });
  expect(readOptions(['--help'])).toBe('help');
});

test.each([
  [['--rolls', '0'], '--rolls must be a whole number from 1 to 1000, but is "0"'],
  [['--rolls', 'many'], 'but is "many"'],
  [['--url', 'localhost:3000'], '--url must be like http://localhost:3000'],
  [['--second-images', 'api=a:1'], '--second-images must be api=NAME:TAG,web=NAME:TAG'],
  [['--second-images', 'api=a:1,web=b'], 'an image is named NAME:TAG, but this is "b"'],
  [['--faster'], "Unknown option '--faster'"],
])('%j is refused in one line', (args, words) => {
  expect(() => readOptions(args)).toThrow(words);
});

test('an image’s name ends at its tag', () => {
  expect(imageOf('registry:5000/todo-api:1@sha256:00')).toEqual({
    repository: 'registry:5000/todo-api',
    tag: '1',
  });
});
