/**
 * Prints the very values that the program gives to the chart, to install it with Helm alone:
 *
 * ```sh
 * node stack/src/print-values.ts --set replicas=1 > values.yaml
 * helm upgrade --install todo-chatbot stack/chart --namespace todo-chatbot -f values.yaml
 * ```
 *
 * Secrets come from the environment (`DATABASE_URL`, `JWT_SECRET`); of them only the checksum is printed.
 *
 * @module
 */
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { runUnderMocks } from './under-mocks.ts';

const { values: options } = parseArgs({
  options: {
    set: { type: 'string', multiple: true, default: [] },
    stack: { type: 'string', default: 'local' },
    /** `values`, or `images` for one image name a line. */
    show: { type: 'string', default: 'values' },
  },
});
const config = Object.fromEntries(
  options.set.map((text) => {
    const [name = '', ...value] = text.split('=');
    return [name, value.join('=')];
  }),
);
const { resources } = await runUnderMocks({
  stack: options.stack,
  config,
  secrets: {
    databaseUrl: process.env.DATABASE_URL ?? 'postgresql://todo:todo@database:5432/todo',
    jwtSecret: process.env.JWT_SECRET ?? 'only for printing values, not a secret',
  },
});
const inputsOf = (type: string) => resources.filter((made) => made.type === type).map((made) => made.inputs);
if (options.show === 'images') {
  for (const { imageName } of inputsOf('docker:index/image:Image')) process.stdout.write(`${imageName}\n`);
} else {
  process.stdout.write(stringify(inputsOf('kubernetes:helm.sh/v3:Release')[0]?.values));
}
