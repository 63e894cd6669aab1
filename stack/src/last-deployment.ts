/**
 * What this stack last deployed, from its own outputs.
 *
 * @module
 */
import * as pulumi from '@pulumi/pulumi';
import { type Manifest, parseManifest } from './manifest.ts';

/** The manifest of the last successful update; undefined on the first one, and after one that failed. */
export function lastDeployment(): pulumi.Output<Manifest | undefined> {
  const self = `${pulumi.getOrganization()}/${pulumi.getProject()}/${pulumi.getStack()}`;
  return new pulumi.StackReference('last-deployment', { name: self })
    .getOutput('manifest')
    .apply((output) => parseManifest(output));
}
