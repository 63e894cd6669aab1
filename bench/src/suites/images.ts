/** @module What the images add to the base alone, in megabytes and from a container's start to its end. Needs Docker. */
import { execFileSync } from 'node:child_process';
import { root } from '../programs/program.ts';
import { type Figure, repeated } from '../report/figure.ts';

const BASE = 'gcr.io/distroless/nodejs24-debian12:nonroot';
const IMAGES = [
  { name: 'api', most: 10 },
  { name: 'web', most: 30 },
];
const ROUNDS = 5;

/** Built from what is there; layers of before are used again. */
export async function images(_databaseUrl: string): Promise<Figure[]> {
  const base = megabytes(BASE);
  const alone = Array.from({ length: ROUNDS }, () => secondsOf('run', '--rm', BASE, '--eval', '0'));
  const figures: Figure[] = [
    { name: 'the base image alone', value: base, unit: 'MB' },
    { name: 'from the start to the end of a container that does nothing', ...repeated(alone), unit: 's' },
  ];
  for (const { name, most } of IMAGES) {
    const image = docker('build', '--quiet', '--file', `services/${name}/Dockerfile`, '.');
    figures.push({ name: `todo-${name} beyond its base`, value: megabytes(image) - base, unit: 'MB', most });
  }
  return figures;
}

const docker = (...words: string[]) => execFileSync('docker', words, { cwd: root }).toString().trim();

const megabytes = (image: string) =>
  Number(docker('image', 'inspect', '--format', '{{.Size}}', image)) / 1_000_000;

function secondsOf(...words: string[]): number {
  const from = performance.now();
  docker(...words);
  return (performance.now() - from) / 1000;
}
