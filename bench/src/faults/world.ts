/** @module Two apis on one database and web before one of them, with ways between them that can be cut. */
import { fileURLToPath } from 'node:url';
import getPort from 'get-port';
import { API, type Program, SETTINGS, startApi, startWeb } from '../programs/program.ts';
import { type Road, roadTo } from './road.ts';

const MOVED_CLOCK = fileURLToPath(new URL('./moved-clock.ts', import.meta.url));

export interface World {
  /** Between the apis and Postgres. */
  toDatabase: Road;
  /** Between web and its api. */
  toApi: Road;
  apis: Program[];
  web: Program;
  /** Where people ask: each api, and web. */
  addresses: string[];
  /** Starts an api anew, where the one of that number was. */
  beginApi(index: number): Promise<void>;
  beginWeb(): Promise<void>;
  end(): Promise<void>;
}

/** The second api has a clock that can be moved, and may be of another version: the path of its `main.js`. */
export async function openWorld(databaseUrl: string, otherApi: string = API): Promise<World> {
  const toDatabase = await roadTo(databaseUrl);
  const ports = [await getPort(), await getPort()];
  const webPort = await getPort();
  const settings = [{}, { NODE_OPTIONS: `${SETTINGS.NODE_OPTIONS} --import ${MOVED_CLOCK}` }];
  const begin = (index: number) =>
    startApi(
      toDatabase.url,
      { ...settings[index], PORT: String(ports[index]), DRAIN_SECONDS: '1' },
      index === 1 ? otherApi : API,
    );
  const apis = [await begin(0), await begin(1)];
  const addresses = apis.map(({ url }) => url);
  const toApi = await roadTo(addresses[0] ?? '');
  const beginWeb = () => startWeb(toApi.url, { PORT: String(webPort), DRAIN_SECONDS: '1' });
  const world: World = {
    toDatabase,
    toApi,
    apis,
    web: await beginWeb(),
    addresses: [...addresses, `http://127.0.0.1:${webPort}`],
    async beginApi(index) {
      apis[index] = await begin(index);
    },
    async beginWeb() {
      world.web = await beginWeb();
    },
    async end() {
      await Promise.all([...apis, world.web].map((program) => program.kill()));
      await Promise.all([toApi.end(), toDatabase.end()]);
    },
  };
  return world;
}
