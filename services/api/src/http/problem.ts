/** @module RFC 9457 problem documents: every error that leaves this service is one. */

export interface ProblemOptions {
  /** A stable identifier of the kind of problem, e.g. `task-not-found`; none means "about:blank". */
  kind?: string;
  title?: string;
  detail?: string;
  /** Further members of the document, e.g. `errors`. */
  extensions?: Record<string, unknown>;
  headers?: Record<string, string>;
  cause?: unknown;
}

const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Sign in first',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Invalid input',
  428: 'Precondition required',
  429: 'Too many requests',
  500: 'Unexpected error',
  501: 'Not implemented',
  503: 'Temporarily unavailable',
};

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
    const title = options.title ?? TITLES[status] ?? 'Error';
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
    return {
      ...this.extensions,
      type: this.type,
      title: this.title,
      status: this.status,
      ...(this.detail === undefined ? {} : { detail: this.detail }),
    };
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
  path: string;
  message: string;
}

/** 422 for input that is well-formed but wrong. */
export function invalidInput(errors: FieldError[]): Problem {
  const detail = errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ');
  return new Problem(422, { kind: 'invalid-input', detail, extensions: { errors } });
}
