/**
 * @module The MCP server for the chat's own agent: the same one as at `/mcp`, without what only a stranger on a wire
 * needs. A token would be signed and checked by one process, and each message written as text for that process to read.
 */
import type { MCPTransport } from '@ai-sdk/mcp';
import type { Expected } from '../tasks/joined-changes.ts';
import type { TaskService } from '../tasks/service.ts';
import type { McpDependencies } from './routes.ts';

/** Begins to serve a user's agent; the agent's end of the transport. */
export type ConnectMcp = (userId: string) => Promise<MCPTransport>;

/** The agent's ways to the server. */
export interface McpInProcess {
  connect: ConnectMcp;
  /**
   * What is called over the connections that `work` makes is one transaction: a call that fails leaves nothing of
   * itself, and none counts when this rejects. `expected` are the keys and the tasks that will be named.
   */
  together<T>(userId: string, expected: Expected, work: (connect: ConnectMcp) => Promise<T>): Promise<T>;
}

/** The server of this process; it is loaded with the first agent. */
export function mcpInProcess({
  tasks,
  timeZoneOf,
  config,
  logger,
}: Omit<McpDependencies, 'tokens'>): McpInProcess {
  const connectTo =
    (served: TaskService, zoneOf: (userId: string) => Promise<string>): ConnectMcp =>
    async (userId) => {
      const { serveMcpInProcess } = await import('./server.ts');
      const zone = () => zoneOf(userId);
      return serveMcpInProcess({
        context: { userId, tasks: served, zone },
        timeZone: zone,
        version: config.version,
        readOnly: false,
        onUnexpected: (error, name) => logger.error({ err: error, tool: name }, 'mcp call failed'),
      });
    };
  return {
    connect: connectTo(tasks, timeZoneOf),
    async together(userId, expected, work) {
      // Asked before the transaction, which must not wait for another connection.
      const zone = await timeZoneOf(userId);
      return tasks.together(userId, expected, (joined) => work(connectTo(joined, async () => zone)));
    },
  };
}
