/**
 * The values that the chart is installed with: exactly what differs from, or must not depend on, the chart's defaults.
 *
 * @module
 */
import type { Settings } from './config.ts';
import type { PlannedImages } from './images.ts';
import { type ServiceName, secretName } from './names.ts';

/** Requests are what two pods of each take on the smallest Minikube; limits leave room to start fast. */
const resources = {
  requests: { cpu: '50m', memory: '128Mi' },
  limits: { cpu: '1', memory: '384Mi' },
};

/** Builds the chart's values. None of them is secret. */
export function chartValues(
  settings: Settings,
  images: PlannedImages,
  secretChecksum: string,
  publicUrl: string,
) {
  const { ingress, webNodePort, aiModel, openaiBaseUrl } = settings;
  const service = (name: ServiceName) => ({
    image: { repository: images[name].repository, tag: images[name].tag, pullPolicy: 'Never' },
    replicas: settings.replicas,
    resources,
  });
  return {
    publicUrl,
    existingSecret: secretName,
    secretChecksum,
    ...((aiModel || openaiBaseUrl) && {
      ai: { ...(aiModel && { model: aiModel }), ...(openaiBaseUrl && { openaiBaseUrl }) },
    }),
    api: service('api'),
    web: { ...service('web'), ...(webNodePort && { service: { nodePort: webNodePort } }) },
    networkPolicy: { databasePort: settings.databasePort, modelPorts: modelPorts(openaiBaseUrl) },
    ...(ingress && { ingress: { enabled: true, host: ingress.host, className: ingress.className } }),
  };
}

/** The values as the chart gets them. */
export type ChartValues = ReturnType<typeof chartValues>;

/** Hosted models answer at 443; a server of one's own may listen anywhere. */
function modelPorts(openaiBaseUrl: string | undefined): number[] {
  if (!openaiBaseUrl) return [443];
  const { port, protocol } = new URL(openaiBaseUrl);
  const own = port ? Number(port) : protocol === 'https:' ? 443 : 80;
  return [...new Set([443, own])];
}

/** The settings that each service's pods read from the chart's ConfigMaps: those that a person can change. */
export function chartConfig(values: ChartValues): Record<ServiceName, Record<string, string>> {
  const { publicUrl, ai, api, web } = values;
  return {
    api: {
      PUBLIC_URL: publicUrl,
      ...(ai?.model && { AI_MODEL: ai.model }),
      ...(ai?.openaiBaseUrl && { OPENAI_BASE_URL: ai.openaiBaseUrl }),
      resources: JSON.stringify(api.resources),
    },
    web: { PUBLIC_URL: publicUrl, resources: JSON.stringify(web.resources) },
  };
}
