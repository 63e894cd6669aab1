/** @module The limits of a turn. */

/** What a turn may cost. */
export interface TurnLimits {
  /** Calls of the model. */
  steps: number;
  /** Tokens of one step's answer; models that think aloud count that too. */
  outputTokens: number;
  totalMilliseconds: number;
  /** A model on somebody's own machine may have to be loaded first. */
  firstChunkMilliseconds: number;
  chunkMilliseconds: number;
  toolMilliseconds: number;
}

export const LIMITS: TurnLimits = {
  steps: 8,
  outputTokens: 4000,
  totalMilliseconds: 120_000,
  firstChunkMilliseconds: 60_000,
  chunkMilliseconds: 30_000,
  toolMilliseconds: 20_000,
};
