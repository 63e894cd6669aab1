/**
 * Loaded into a process before its own code: each SIGUSR2 moves its clock, ten minutes ahead, ten minutes behind, and
 * back to what it is. Tokens live for longer than that.
 *
 * @module
 */
const MOVES = [0, 600_000, -600_000];
const RealDate = Date;
let moves = 0;
const now = () => RealDate.now() + (MOVES[moves % MOVES.length] ?? 0);

class MovedDate extends RealDate {
  constructor(...given: ConstructorParameters<typeof Date> | []) {
    if (given.length === 0) super(now());
    else super(...given);
  }
  static override now(): number {
    return now();
  }
}

globalThis.Date = MovedDate as DateConstructor;
process.on('SIGUSR2', () => {
  moves++;
});
