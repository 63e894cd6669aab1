/**
 * The programs that the commands call: are they there, new enough, and do they work; if not, how to get them.
 *
 * @module
 */
import { type Finished, type Looking, Stop } from './shell.ts';

type Platform = 'darwin' | 'win32' | 'linux';

interface Tool {
  name: string;
  /** Proves that the tool works, not only that it is there. */
  check: [program: string, args: string[]];
  /** The oldest version that does what is asked of it. */
  least: [major: number, minor: number];
  /** Said when the program is there but the check fails. */
  broken: (finished: Finished, platform: Platform) => string;
  install: Record<Platform, string>;
}

const tools = {
  docker: {
    name: 'Docker',
    check: ['docker', ['version', '--format', '{{.Server.Version}}']],
    // The first whose engine builds with BuildKit by default.
    least: [23, 0],
    broken: dockerTrouble,
    install: {
      darwin: 'brew install --cask docker',
      win32: 'winget install Docker.DockerDesktop',
      linux: 'https://docs.docker.com/engine/install/',
    },
  },
  minikube: {
    name: 'Minikube',
    check: ['minikube', ['version', '--short']],
    // The first that starts a Kubernetes 1.30, in which pods can wait without a shell before they end.
    least: [1, 33],
    broken: saysItself('minikube version'),
    install: {
      darwin: 'brew install minikube',
      win32: 'winget install Kubernetes.minikube',
      linux: 'https://minikube.sigs.k8s.io/docs/start/',
    },
  },
  kubectl: {
    name: 'kubectl',
    check: ['kubectl', ['version', '--client']],
    least: [1, 28],
    broken: saysItself('kubectl version --client'),
    install: {
      darwin: 'brew install kubectl',
      win32: 'winget install Kubernetes.kubectl',
      linux: 'https://kubernetes.io/docs/tasks/tools/install-kubectl-linux/',
    },
  },
  helm: {
    name: 'Helm',
    check: ['helm', ['version', '--short']],
    least: [3, 8],
    broken: saysItself('helm version'),
    install: {
      darwin: 'brew install helm',
      win32: 'winget install Helm.Helm',
      linux: 'https://helm.sh/docs/intro/install/',
    },
  },
} satisfies Record<string, Tool>;

/** A program that the commands call by name. */
export type ToolName = keyof typeof tools;

/** A tool that cannot be used. */
interface Complaint {
  tool: ToolName;
  sentence: string;
}

/**
 * Checks that every tool named works and is new enough.
 *
 * @throws Stop naming each tool that is missing, broken or too old, and how to get it on this platform.
 */
export async function requireTools(shell: Looking, names: ToolName[]): Promise<void> {
  const complaints = await findComplaints(shell, names);
  if (complaints.length > 0) throw new Stop(complaints.map(({ sentence }) => sentence).join('\n'));
}

/** What keeps the tools named from being used, all of it at once. */
export async function findComplaints(shell: Looking, names: ToolName[]): Promise<Complaint[]> {
  const platform = shell.platform === 'darwin' || shell.platform === 'win32' ? shell.platform : 'linux';
  const complaints = await Promise.all(
    names.map(async (key): Promise<Complaint | undefined> => {
      const tool: Tool = tools[key];
      const finished = await shell.run(tool.check[0], tool.check[1], { timeoutSeconds: 20 });
      const sentence = complaint(tool, finished, platform);
      return sentence === undefined ? undefined : { tool: key, sentence };
    }),
  );
  return complaints.filter((one) => one !== undefined);
}

function complaint(tool: Tool, finished: Finished, platform: Platform): string | undefined {
  if (finished.code === null) return `${tool.name} is not installed: ${tool.install[platform]}`;
  if (finished.code !== 0) return tool.broken(finished, platform);
  const version = /(\d+)\.(\d+)/.exec(finished.stdout);
  if (!version) return undefined;
  const [major, minor] = tool.least;
  const found = [Number(version[1]), Number(version[2])] as const;
  if (found[0] > major || (found[0] === major && found[1] >= minor)) return undefined;
  return `${tool.name} ${version[0]} is too old, ${major}.${minor} or newer is needed: ${tool.install[platform]}`;
}

/** Docker has two halves: the program is there, and its engine may still be off or out of reach. */
function dockerTrouble({ stderr }: Finished, platform: Platform): string {
  if (/permission denied/i.test(stderr)) {
    return 'Docker runs, but you may not use it: sudo usermod -aG docker $USER, then log out and in again.';
  }
  const start = {
    darwin: 'open -a Docker, and wait until it says that it runs',
    win32: 'start Docker Desktop, and wait until it says that it runs',
    linux: 'sudo systemctl start docker (or start Docker Desktop)',
  };
  return `Docker is installed, but its engine does not answer: ${start[platform]}, then try again.`;
}

function saysItself(command: string): (finished: Finished) => string {
  return ({ stderr }) => `\`${command}\` fails: ${stderr.trim().split('\n')[0] || 'it does not say why'}`;
}
