/** @module The Helm release: which images it runs, and rolling it to others and back. */
import { rm } from 'node:fs/promises';
import { run, Stop } from './command.ts';
import { chartFiles, unpackChart } from './deployed-chart.ts';
import { type Images, imageOf, type ServiceName } from './options.ts';
import type { PodList } from './pods.ts';

const RELEASE = 'todo-chatbot';
const SERVICES: readonly ServiceName[] = ['api', 'web'];
const PATIENCE_SECONDS = 180;

interface Values {
  imageRegistry?: string;
  api: { image: { digest?: string } };
  web: { image: { digest?: string } };
}

export interface Release {
  /** The images that the deployments name now. */
  images(): Promise<Images>;
  /** Number of the newest revision; throws a Stop while an update is under way or has been cut off. */
  revision(): Promise<number>;
  /** Rolls to these images. Resolves when Kubernetes says that the roll is done; old pods may still be ending. */
  upgrade(images: Images): Promise<void>;
  /** Rolls back to a revision, in the same way. */
  rollback(revision: number): Promise<void>;
  pods(): Promise<PodList>;
}

/** The release of the product in a namespace. */
export function openRelease(context: string, namespace: string): Release {
  const kubectl = (...args: string[]) =>
    run('kubectl', ['--context', context, '--namespace', namespace, ...args], {
      timeoutSeconds: PATIENCE_SECONDS + 10,
    });
  const helm = (...args: string[]) =>
    run('helm', [...args, '--kube-context', context, '--namespace', namespace], {
      timeoutSeconds: PATIENCE_SECONDS + 30,
    });
  const waiting = ['--wait', `--timeout=${PATIENCE_SECONDS}s`];

  const settled = async () => {
    for (const service of SERVICES) {
      await kubectl('rollout', 'status', `deployment/todo-${service}`, `--timeout=${PATIENCE_SECONDS}s`);
    }
  };

  const imagesNow = async (): Promise<Images> => {
    const image = async (service: ServiceName) => {
      const path = '--output=jsonpath={.spec.template.spec.containers[0].image}';
      return imageOf(await kubectl('get', `deployment/todo-${service}`, path));
    };
    return { api: await image('api'), web: await image('web') };
  };

  const revision = async (): Promise<number> => {
    const { version, info } = JSON.parse(await helm('status', RELEASE, '--output=json')) as {
      version: number;
      info: { status: string };
    };
    if (info.status !== 'deployed') {
      throw new Stop(
        `the release is ${info.status}: helm rollback ${RELEASE} --kube-context ${context} --namespace ${namespace}, then again`,
      );
    }
    return version;
  };

  return {
    images: imagesNow,
    revision,

    async upgrade(images) {
      const record = `secret/sh.helm.release.v1.${RELEASE}.v${await revision()}`;
      const chart = await unpackChart(
        chartFiles(await kubectl('get', record, '--output=jsonpath={.data.release}')),
      );
      const values = JSON.parse(await helm('get', 'values', RELEASE, '--all', '--output=json')) as Values;
      const changes = [
        // A full name needs no registry before it, and an image of another digest none after it.
        ...(values.imageRegistry ? ['imageRegistry='] : []),
        ...SERVICES.flatMap((service) => [
          `${service}.image.repository=${images[service].repository}`,
          `${service}.image.tag=${images[service].tag}`,
          ...(values[service].image.digest ? [`${service}.image.digest=`] : []),
        ]),
      ];
      try {
        const set = changes.flatMap((change) => ['--set-string', change]);
        await helm('upgrade', RELEASE, chart, '--reuse-values', ...set, ...waiting);
      } finally {
        await rm(chart, { recursive: true, force: true });
      }
      await settled();
    },

    async rollback(to) {
      await helm('rollback', RELEASE, String(to), ...waiting);
      await settled();
    },

    async pods() {
      const selector = `app.kubernetes.io/instance=${RELEASE},app.kubernetes.io/name in (todo-api, todo-web)`;
      return JSON.parse(await kubectl('get', 'pods', `--selector=${selector}`, '--output=json')) as PodList;
    },
  };
}
