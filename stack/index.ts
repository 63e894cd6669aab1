/**
 * The whole deployment, top to bottom: settings, cluster, images, namespace, secret, release, outputs.
 *
 * @module
 */
import { writeFileSync } from 'node:fs';
import * as pulumi from '@pulumi/pulumi';
import { findAddresses } from './src/addresses.ts';
import { chartChanges, readChart } from './src/chart-files.ts';
import { connectCluster, identifyCluster, makeNamespace } from './src/cluster.ts';
import { readSettings } from './src/config.ts';
import { findEdits, mendingMark } from './src/drift.ts';
import { explain } from './src/explain.ts';
import {
  buildImages,
  digestsOf,
  findMissingImages,
  knownDigests,
  localPlatform,
  planImages,
} from './src/images.ts';
import { lastDeployment } from './src/last-deployment.ts';
import { LocalDatabase } from './src/local-database.ts';
import { type Machine, thisMachine } from './src/machine.ts';
import { makeManifest } from './src/manifest.ts';
import { findMinikube } from './src/minikube.ts';
import { loginOf, makePullSecret } from './src/registry.ts';
import { describeRelease, makeRelease } from './src/release.ts';
import { renderRelease } from './src/render.ts';
import { findRunning } from './src/running.ts';
import { checksum, digests, makeSecret, secretValues } from './src/secret.ts';
import { sentences } from './src/sentences.ts';
import { makeSources } from './src/sources.ts';
import { chartConfig, chartValues } from './src/values.ts';

/** Declares everything that runs in the cluster; what it returns are the stack's outputs. */
export async function todoChatbot(machine: Machine = thisMachine) {
  // What a person has set. A missing secret ends it here, with the command to type and nothing changed.
  const settings = readSettings(new pulumi.Config(), pulumi.getStack());

  // The cluster: a Minikube that runs, or a context that was allowed by name. And what is in it now.
  const isMinikube = settings.kubeContext !== settings.allowContext;
  const platform = settings.platform ?? localPlatform(machine.architecture);
  const asked = Promise.all([
    isMinikube ? findMinikube(machine.run, settings.kubeContext) : undefined,
    findRunning(machine.run, settings.kubeContext),
  ]);

  // The images, named by what they are made from: hashed while the cluster answers.
  const { registry } = settings;
  const images = planImages(machine.root, platform, registry);

  const [minikube, running] = await asked;
  const { webUrl, apiUrl, openCommand } = findAddresses(settings, minikube?.address);
  const provider = connectCluster(settings.kubeContext);
  const cluster = identifyCluster(provider);

  // The images are built inside the cluster's own Docker daemon, or by this machine's and pushed to a registry.
  const daemon = registry ? undefined : minikube?.daemon;
  const login = registry && (await loginOf(registry));
  const missing = await findMissingImages(images, async (image) =>
    registry ? machine.isPushed(image, login) : daemon && machine.hasImage(daemon, image),
  );
  const built = buildImages(images, { daemon, registry, platform, missing });
  const pushed = digestsOf(built, registry);

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
  const pullSecret = registry && makePullSecret(registry, inNamespace);
  const secretChecksum = pulumi.unsecret(pulumi.all(secrets).apply(checksum));

  // The release: both services, from the chart. What was edited by hand is put right by an update of its own.
  const chart = await readChart(machine.chart);
  const facts = { secretChecksum, publicUrl: webUrl, digests: pushed };
  const values = pulumi
    .all([secretChecksum, knownDigests(pushed)])
    .apply(([sum, known]) =>
      chartValues(settings, images, { ...facts, secretChecksum: sum, digests: known }),
    );
  const description = describeRelease(images, chart.hash);
  const mark = mendingMark(running, description, findEdits(running));
  const release = makeRelease(
    {
      // In a preview a digest may still be open: only that is then unknown, and not all values.
      values: chartValues(settings, images, facts),
      description: `${description}${mark}`,
      replicas: settings.maxReplicas ?? settings.replicas,
    },
    { provider, dependsOn: [built.api, built.web, secret, pullSecret, database].filter((made) => !!made) },
  );

  // What this deployment is made from; in a preview, what it changes and why.
  const last = pulumi.runtime.isDryRun() ? lastDeployment() : pulumi.output(undefined);
  const manifest = pulumi
    .all([cluster, pulumi.all(secrets), values, last, knownDigests(pushed)])
    .apply(([uid, secretTexts, chosen, before, known]) =>
      makeManifest({
        cluster: uid,
        chart: chart.files,
        images,
        digests: known,
        config: chartConfig(chosen),
        secrets: digests(secretTexts),
        secretChecksum: chosen.secretChecksum,
        replicas: settings.replicas,
        scales: settings.maxReplicas !== undefined,
        sources: running?.sources ?? before?.sources,
      }),
    );
  makeSources(
    manifest.apply((made) => made.sources),
    inNamespace,
  );
  if (pulumi.runtime.isDryRun()) {
    const rendered = values.apply((chosen) => renderRelease(machine.run, chart, chosen, running));
    pulumi.all([last, manifest, rendered]).apply(([before, next, objects]) => {
      const changed = running?.release && chartChanges(running.release, chart);
      const explanation = explain({
        last: before,
        next,
        running,
        rendered: objects,
        chart: changed,
        missing,
      });
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
