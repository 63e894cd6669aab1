/** @module Keeps the lease of a running turn, which what is written for the turn renews too. */
import { LEASE_SECONDS } from './turn-store.ts';

const RENEW_MILLISECONDS = (LEASE_SECONDS * 1000) / 3;

export interface LeaseOptions {
  /** Undefined when somebody else holds it by now; else whether the turn is to stop. */
  renew(): Promise<{ stop: boolean } | undefined>;
  onStop(): void;
  onLost(): void;
  onError(error: unknown): void;
}

export interface Lease {
  /** Another statement has renewed it just now. */
  renewed(): void;
  end(): void;
}

/** Begins to renew a lease that this process holds. */
export function keepLease({ renew, onStop, onLost, onError }: LeaseOptions): Lease {
  let renewedAt = Date.now();
  const renewed = () => {
    renewedAt = Date.now();
  };
  const renewal = setInterval(() => {
    if (Date.now() - renewedAt < RENEW_MILLISECONDS) return;
    renew().then(
      (held) => {
        renewed();
        if (!held) onLost();
        else if (held.stop) onStop();
      },
      (error: unknown) => {
        onError(error);
        // By now somebody else may have taken the turn over.
        if (Date.now() - renewedAt > LEASE_SECONDS * 1000) onLost();
      },
    );
  }, RENEW_MILLISECONDS);
  return { renewed, end: () => clearInterval(renewal) };
}
