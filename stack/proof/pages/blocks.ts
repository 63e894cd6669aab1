/**
 * The commands of AIOPS.md and of pages like it, as their code blocks have them. The first line of a block says how it is
 * checked:
 *
 * - ` ```sh run=cluster says="…" ` is run on a real cluster and must print those words (`|` between several);
 * - `builds="…"` names images that the cluster must then get, as Minikube has them by itself;
 * - `within=60` runs it again until it says so, for what takes a cluster a while;
 * - ` ```sh run=minikube ` needs Minikube, `run=stack` the Pulumi stack on it: their words are checked, they are not run;
 * - ` ```sh run=documented ` is a tool's own command, which nobody but the tool's documentation has checked.
 *
 * @module
 */

/** How a block is checked. */
type Kind = 'cluster' | 'minikube' | 'stack' | 'documented';

/** One block of commands. */
export interface Block {
  /** Its line in the page. */
  line: number;
  /** The title of the operation. */
  operation: string;
  kind: Kind;
  says: string[];
  builds: string[];
  /** Seconds. */
  within: number;
  commands: string;
}

const kinds = new Set(['cluster', 'minikube', 'stack', 'documented']);

/**
 * Reads all blocks of commands.
 *
 * @throws Error for a block that does not say how it is checked, or that is run and expects nothing.
 */
export function blocksOf(page: string, name = 'AIOPS.md'): Block[] {
  const blocks: Block[] = [];
  let operation = '';
  let open: Block | 'other' | undefined;
  for (const [index, text] of page.split('\n').entries()) {
    const fence = /^```(.*)$/.exec(text);
    if (open === undefined) {
      operation = /^## (.+)$/.exec(text)?.[1] ?? operation;
      if (fence) open = blockAt(`${name}:${index + 1}`, index + 1, operation, fence[1] ?? '');
    } else if (fence) {
      if (open !== 'other') blocks.push(open);
      open = undefined;
    } else if (open !== 'other') {
      open.commands += `${text}\n`;
    }
  }
  return blocks;
}

function blockAt(place: string, line: number, operation: string, info: string): Block | 'other' {
  const [language, ...rest] = info.split(' ');
  if (language !== 'sh') return 'other';
  const marks = Object.fromEntries(
    [...rest.join(' ').matchAll(/(\w+)=(?:"([^"]*)"|'([^']*)'|(\S+))/g)].map(([, name, ...value]) => [
      name,
      value.find((text) => text) ?? '',
    ]),
  );
  const kind = marks.run ?? '';
  if (!isKind(kind)) throw new Error(`${place} does not say how its commands are checked`);
  const says = marks.says?.split('|') ?? [];
  if (kind === 'cluster' && says.length === 0) throw new Error(`${place} expects nothing`);
  const builds = marks.builds?.split(' ') ?? [];
  return { line, operation, kind, says, builds, within: Number(marks.within ?? 0), commands: '' };
}

function isKind(text: string): text is Kind {
  return kinds.has(text);
}

/**
 * The commands of a page, or what they say, for another namespace than the page's own; manifests name theirs in each
 * object.
 */
export function inNamespace(commands: string, namespace: string): string {
  if (namespace === 'todo-chatbot') return commands;
  const first = 'stack/manifests/0-namespace.yaml';
  const rest = 'cat stack/manifests/[1-4]-*.yaml |';
  const moved = commands
    .replaceAll(/(--namespace |-n |namespace[ /])todo-chatbot\b/g, `$1${namespace}`)
    .replaceAll(
      `kubectl apply --filename ${first}`,
      `sed 's/name: todo-chatbot$/name: ${namespace}/' ${first} | kubectl apply --filename -`,
    );
  // Where the page itself moves them, that is what is tried.
  if (commands.includes('s/namespace: ')) return moved;
  return moved.replaceAll(rest, `${rest} sed 's/namespace: todo-chatbot$/namespace: ${namespace}/' |`);
}
