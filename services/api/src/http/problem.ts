/** @module RFC 9457 problem documents: every error that leaves this service is one. */
import { STATUS_CODES } from 'node:http';
import type { ProblemKind } from './problem-kinds.ts';

export interface ProblemOptions {
  /** A stable identifier of the kind of problem; none means "about:blank". */
  kind?: ProblemKind;
  /** Where the words of the kind do not say it: the same for all problems of a kind. */
  title?: string;
  detail?: string;
  /** Further members of the document, e.g. `errors`. */
  extensions?: Record<string, unknown>;
  headers?: Record<string, string>;
  cause?: unknown;
}

/** An error that a caller may see: its detail is written for them. */
export class Problem extends Error {
  override readonly name: string = 'Problem';
  readonly status: number;
  readonly type: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly extensions: Record<string, unknown>;
  readonly headers: Record<string, string>;

  constructor(status: number, options: ProblemOptions = {}) {
    const title = options.title ?? titleOf(status, options.kind);
    super(options.detail ?? title, { cause: options.cause });
    this.status = status;
    this.type = options.kind ? `urn:todo-chatbot:problem:${options.kind}` : 'about:blank';
    this.title = title;
    this.detail = options.detail;
    this.extensions = options.extensions ?? {};
    this.headers = options.headers ?? {};
  }

  /** The document of RFC 9457. */
  toJSON(): Record<string, unknown> {
    const own = {
      type: this.type,
      title: this.title,
      status: this.status,
      ...(this.detail === undefined ? {} : { detail: this.detail }),
    };
    // Read first, and never replaced by an extension of the same name.
    return { ...own, ...this.extensions, ...own };
  }

  /** The answer to send. */
  toResponse(): Response {
    return new Response(JSON.stringify(this), {
      status: this.status,
      headers: {
        'content-type': 'application/problem+json',
        'cache-control': 'no-store',
        ...this.headers,
      },
    });
  }
}

/** The words of its kind, or those of its status, as RFC 9457 asks for it. */
function titleOf(status: number, kind: string | undefined): string {
  if (!kind) return STATUS_CODES[status] ?? 'Error';
  const words = kind.replaceAll('-', ' ').replace('json', 'JSON').replace('utf8', 'UTF-8');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** 404 for a task that is not there, is in the trash, or was never this user's. */
export class TaskNotFound extends Problem {
  override readonly name: string = 'TaskNotFound';

  constructor(id: number | string) {
    super(404, { kind: 'task-not-found', title: 'Task not found', detail: `There is no task ${id}.` });
  }
}

/** 401 with the challenge that RFC 9110 asks for. */
export function unauthorized(detail: string, error?: 'invalid_token' | 'insufficient_scope'): Problem {
  const challenge = error ? `Bearer realm="todo", error="${error}"` : 'Bearer realm="todo"';
  return new Problem(401, { kind: 'unauthorized', detail, headers: { 'www-authenticate': challenge } });
}

/** One wrong field: where it is and what it must be. */
export interface FieldError {
  /** The part of the request; none means the body. */
  in?: 'query' | 'header' | 'cookie';
  /** Names within it, joined by dots; empty for the whole. */
  path: string;
  message: string;
}

/** 422 for input that is well-formed but wrong. */
export function invalidInput(errors: FieldError[]): Problem {
  const detail = errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ');
  return new Problem(422, { kind: 'invalid-input', detail, extensions: { errors } });
}
