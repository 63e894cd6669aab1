/**
 * The Helm release of the chart in `stack/chart`.
 *
 * @module
 */
import * as kubernetes from '@pulumi/kubernetes';
import type * as pulumi from '@pulumi/pulumi';
import type { PlannedImages } from './images.ts';
import { namespaceName, releaseName } from './names.ts';
import type { ChartValues } from './values.ts';

/** What `makeRelease` puts into the cluster. */
export interface ReleaseArgs {
  values: ChartValues<pulumi.Input<string>>;
  description: string;
  /** Pods of a service, at the most. */
  replicas: number;
}

/** Installs or upgrades the release, waits until its pods are ready, and rolls back on its own when they do not get so. */
export function makeRelease(
  args: ReleaseArgs,
  options: pulumi.CustomResourceOptions,
): kubernetes.helm.v3.Release {
  return new kubernetes.helm.v3.Release(
    'release',
    {
      name: releaseName,
      namespace: namespaceName,
      // Relative: an absolute path would be a difference on every other machine.
      chart: './chart',
      description: args.description,
      values: args.values,
      atomic: true,
      cleanupOnFail: true,
      maxHistory: 10,
      // Pods are ready in seconds and follow one another; what takes longer than this has a cause to be told.
      timeout: Math.max(180, 30 * args.replicas),
      createNamespace: false,
      dependencyUpdate: false,
      skipCrds: true,
    },
    options,
  );
}

/**
 * The release's description. Pulumi does not see edits of a local chart's templates, so its hash stands here, where a
 * difference shows in the preview, makes the upgrade happen, and is kept in `helm history`.
 */
export function describeRelease(images: PlannedImages, chartHash: string): string {
  return `api=${images.api.tag} web=${images.web.tag} chart=${chartHash}`;
}
