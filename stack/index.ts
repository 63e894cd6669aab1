/**
 * The whole deployment, top to bottom: settings, cluster, images, namespace, secret, release, outputs.
 *
 * @module
 */
import { writeFileSync } from 'node:fs';
import * as pulumi from '@pulumi/pulumi';
import { findAddresses } from './src/addresses.ts';
import { connectCluster, identifyCluster, makeNamespace } from './src/cluster.ts';
import { readSettings } from './src/config.ts';
import { hashFolder } from './src/content-hash.ts';
import { explain } from './src/explain.ts';
import { buildImages, findMissingImages, localPlatform, planImages } from './src/images.ts';
import { lastDeployment } from './src/last-deployment.ts';
import { LocalDatabase } from './src/local-database.ts';
import { type Machine, thisMachine } from './src/machine.ts';
import { makeManifest } from './src/manifest.ts';
import { findMinikube, findMinikubeAddress } from './src/minikube.ts';
import { chartLeftOut, describeRelease, makeRelease } from './src/release.ts';
import { findRunning } from './src/running.ts';
import { checksum, digests, makeSecret, secretValues } from './src/secret.ts';
import { sentences } from './src/sentences.ts';
import { chartConfig, chartValues } from './src/values.ts';

/** Declares everything that runs in the cluster; what it returns are the stack's outputs. */
export async function todoChatbot(machine: Machine = thisMachine) {
  // What a person has set. A missing secret ends it here, with the command to type and nothing changed.
  const settings = readSettings(new pulumi.Config(), pulumi.getStack());

  // The cluster: a Minikube that runs, or a context that was allowed by name.
  const isMinikube = settings.kubeContext !== settings.allowContext;
  const daemon = isMinikube ? await findMinikube(machine.run, settings.kubeContext) : undefined;
  const nodeAddress = isMinikube ? await findMinikubeAddress(machine.run, settings.kubeContext) : undefined;
  const { webUrl, apiUrl, openCommand } = findAddresses(settings, nodeAddress);
  const provider = connectCluster(settings.kubeContext);
  const cluster = identifyCluster(provider);

  // The images, named by what they are made from, built inside the cluster's own Docker daemon.
  const platform = localPlatform(machine.architecture);
  const images = await planImages(machine.root, platform);
  const missing = await findMissingImages(daemon, images, machine.hasImage);
  const built = buildImages(images, { daemon, platform, missing });

  // The namespace, and with `database: local` a Postgres in it.
  const namespace = makeNamespace(provider);
  const inNamespace = { provider, dependsOn: namespace };
  const database =
    settings.database === 'local'
      ? new LocalDatabase({ password: settings.secrets.databasePassword ?? '' }, inNamespace)
      : undefined;
  const databaseUrl = database?.url ?? settings.secrets.databaseUrl ?? pulumi.output('');

  // The secret, and a checksum that says no more than that it changed.
  const secrets = secretValues(settings.secrets, databaseUrl);
  const secret = makeSecret(secrets, inNamespace);
  const secretChecksum = pulumi.unsecret(pulumi.all(secrets).apply(checksum));

  // The release: both services, from the chart.
  const chart = await hashFolder(machine.chart, chartLeftOut);
  const values = secretChecksum.apply((sum) => chartValues(settings, images, sum, webUrl));
  const release = makeRelease(
    { values, description: describeRelease(images, chart.hash) },
    { provider, dependsOn: [built.api, built.web, secret, ...(database ? [database] : [])] },
  );

  // What this deployment is made from; in a preview, what it changes and why.
  const manifest = pulumi.all([cluster, pulumi.all(secrets), values]).apply(([uid, secretTexts, chosen]) =>
    makeManifest({
      cluster: uid,
      chart: chart.files,
      images,
      config: chartConfig(chosen),
      secrets: digests(secretTexts),
      secretChecksum: chosen.secretChecksum,
      replicas: settings.replicas,
    }),
  );
  if (pulumi.runtime.isDryRun()) {
    const running = await findRunning(machine.run, settings.kubeContext);
    pulumi.all([lastDeployment(), manifest]).apply(([last, next]) => {
      const explanation = explain({ last, next, running, missing });
      for (const line of sentences(explanation)) pulumi.log.info(line);
      if (machine.explanationFile) writeFileSync(machine.explanationFile, JSON.stringify(explanation));
    });
  }

  return {
    webUrl,
    apiUrl,
    openCommand,
    images: { api: images.api.name, web: images.web.name },
    release: release.name,
    revision: release.status.revision,
    cluster,
    // Encrypted, which also keeps its hundreds of lines out of every preview.
    manifest: pulumi.secret(manifest.apply((made) => JSON.stringify(made))),
  };
}
