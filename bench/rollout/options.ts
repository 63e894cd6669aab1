/** @module What `npm run prove:rollout` is asked to do. */
import { parseArgs } from 'node:util';
import { Stop } from './command.ts';

/** An image as the chart names it. */
export interface Image {
  repository: string;
  tag: string;
}

export type ServiceName = 'api' | 'web';
export type Images = Record<ServiceName, Image>;

export interface Options {
  rolls: number;
  context: string;
  namespace: string;
  /** Where web answers; found out when it is not given. */
  url: string | undefined;
  /** Images that are in the cluster already; made there when they are not given. */
  secondImages: Images | undefined;
  json: boolean;
}

export const usage = `npm run prove:rollout -- [options]

Uses the product through its web service while its images roll, and exits with 1 when anything was lost.

  --rolls N          how many rolls, forth and back in turn (3); an odd number is followed by the way back
  --context NAME     kubeconfig context (minikube)
  --namespace NAME   namespace of the release todo-chatbot (todo-chatbot)
  --url URL          where web answers, when it cannot be found out
  --second-images api=NAME:TAG,web=NAME:TAG
                     images in the cluster to roll to, where it shares no Docker daemon with this machine
  --json             the result as JSON, and nothing else on standard output
`;

/** Reads the command line; throws a Stop with one line for what is wrong. */
export function readOptions(args: string[]): Options | 'help' {
  let values: Record<string, string | boolean | undefined>;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        rolls: { type: 'string', default: '3' },
        context: { type: 'string', default: 'minikube' },
        namespace: { type: 'string', default: 'todo-chatbot' },
        url: { type: 'string' },
        'second-images': { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new Stop(`${(error as Error).message.split('. ')[0]}; --help shows what there is`);
  }
  if (values.help) return 'help';
  const rolls = Number(values.rolls);
  if (!Number.isInteger(rolls) || rolls < 1 || rolls > 1000) {
    throw new Stop(`--rolls must be a whole number from 1 to 1000, but is "${values.rolls}"`);
  }
  const second = values['second-images'];
  return {
    rolls,
    context: String(values.context),
    namespace: String(values.namespace),
    url: typeof values.url === 'string' ? originOf(values.url) : undefined,
    secondImages: typeof second === 'string' ? imagesOf(second) : undefined,
    json: values.json === true,
  };
}

function originOf(text: string): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Stop(`--url must be like http://localhost:3000, but is "${text}"`);
  }
  return url.origin;
}

function imagesOf(text: string): Images {
  const named = Object.fromEntries(text.split(',').map((part) => part.trim().split('='))) as Record<
    string,
    string
  >;
  const { api, web, ...others } = named;
  if (!api || !web || Object.keys(others).length > 0) {
    throw new Stop(`--second-images must be api=NAME:TAG,web=NAME:TAG, but is "${text}"`);
  }
  return { api: imageOf(api), web: imageOf(web) };
}

/** Reads `name:tag`, also with a digest after it; a colon before a slash belongs to a registry's port. */
export function imageOf(text: string): Image {
  const match = /^(.+?):([\w][\w.-]*)(?:@.+)?$/.exec(text);
  if (!match?.[1] || !match[2]) throw new Stop(`an image is named NAME:TAG, but this is "${text}"`);
  return { repository: match[1], tag: match[2] };
}
