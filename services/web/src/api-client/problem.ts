/** An answer that is an error, in the form of RFC 9457. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string | undefined;
  /** Sentences by field name, where the api says which field is wrong. */
  readonly fields: Record<string, string>;
  /** The api's name for what went wrong, such as `wrong-password`. */
  readonly kind: string | undefined;
  /** In how many seconds it may be asked again, if that is known. */
  readonly retryAfter: number | undefined;

  constructor(
    status: number,
    message: string,
    code?: string,
    fields: Record<string, string> = {},
    { kind, retryAfter }: { kind?: string | undefined; retryAfter?: number | undefined } = {},
  ) {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.fields = fields;
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  /** The api is away or the network is: worth trying again, nothing is wrong with the request. */
  get isAway(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}
