import type { Fault } from '../../cli/doctor/faults.ts';
import type { Target } from '../../cli/target.ts';
import type { Scene } from './scene.ts';

/** A fault that is caused for real. */
export interface CausedFault {
  /** The name of its recording; that of the fault when it says no other. */
  name?: string;
  fault: Fault;
  /** How it is caused, in words. */
  caused: string;
  cause(scene: Scene): Promise<unknown>;
  /** What putting the release back does not undo. */
  undo?(scene: Scene): Promise<unknown>;
  /** Words that the diagnosis must have, where an earlier stage of the fault says others. */
  says?: RegExp;
  /** Looked at instead of the scene. */
  target?(target: Target): Target;
  /** Seconds by which this machine's clock is wrong. */
  clock?: number;
  /** Reaches beyond the namespace: for a cluster that is one's own. */
  isWide?: boolean;
}
