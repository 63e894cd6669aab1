import { type Shell, Stop } from './shell.ts';

interface Tool {
  name: string;
  /** Proves that the tool works, not only that it is there. */
  check: [program: string, args: string[]];
  /** Said when the program is there but the check fails. */
  broken: string;
  install: { darwin: string; win32: string; linux: string };
}

const tools = {
  docker: {
    name: 'Docker',
    check: ['docker', ['version', '--format', '{{.Server.Version}}']],
    broken: 'Docker is installed, but its engine does not answer: start Docker, then try again',
    install: {
      darwin: 'brew install --cask docker',
      win32: 'winget install Docker.DockerDesktop',
      linux: 'https://docs.docker.com/engine/install/',
    },
  },
  minikube: {
    name: 'Minikube',
    check: ['minikube', ['version', '--short']],
    broken: 'minikube is installed, but `minikube version` fails',
    install: {
      darwin: 'brew install minikube',
      win32: 'winget install Kubernetes.minikube',
      linux: 'https://minikube.sigs.k8s.io/docs/start/',
    },
  },
  kubectl: {
    name: 'kubectl',
    check: ['kubectl', ['version', '--client']],
    broken: 'kubectl is installed, but `kubectl version --client` fails',
    install: {
      darwin: 'brew install kubectl',
      win32: 'winget install Kubernetes.kubectl',
      linux: 'https://kubernetes.io/docs/tasks/tools/install-kubectl-linux/',
    },
  },
  helm: {
    name: 'Helm',
    check: ['helm', ['version', '--short']],
    broken: 'helm is installed, but `helm version` fails',
    install: {
      darwin: 'brew install helm',
      win32: 'winget install Helm.Helm',
      linux: 'https://helm.sh/docs/intro/install/',
    },
  },
} satisfies Record<string, Tool>;

/** A program that the commands call by name. */
export type ToolName = keyof typeof tools;

/**
 * Checks that every tool named works.
 *
 * @throws Stop naming each tool that is missing or broken, and how to get it on this platform.
 */
export async function requireTools(shell: Shell, names: ToolName[]): Promise<void> {
  const complaints = await Promise.all(
    names.map(async (key) => {
      const tool: Tool = tools[key];
      const finished = await shell.run(tool.check[0], tool.check[1], { timeoutSeconds: 20 });
      if (finished.code === 0) return undefined;
      if (finished.code !== null) return `${tool.broken}.`;
      const platform = shell.platform === 'darwin' || shell.platform === 'win32' ? shell.platform : 'linux';
      return `${tool.name} is not installed: ${tool.install[platform]}`;
    }),
  );
  const lines = complaints.filter((line) => line !== undefined);
  if (lines.length > 0) throw new Stop(lines.join('\n'));
}
