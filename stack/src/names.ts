/**
 * Names that people, scripts and the chart rely on. They are fixed: a random suffix would change addresses and lose
 * the history of the release.
 *
 * @module
 */

/** The namespace that everything is in. */
export const namespaceName = 'todo-chatbot';
/** The Helm release. */
export const releaseName = 'todo-chatbot';
/** The Secret that api reads its keys from. */
export const secretName = 'todo-chatbot-secrets';
/** The Secret that the cluster pulls images with, where a registry wants one. */
export const pullSecretName = 'todo-chatbot-registry';
/** The Postgres inside the cluster, with `database: local`. */
export const databaseName = 'todo-postgres';

/** The two services, each an image, a Deployment and a Service of the same name. */
export const services = ['api', 'web'] as const;
/** One of the two services. */
export type ServiceName = (typeof services)[number];
