/**
 * The server's clock as far as this browser knows it (rule 11.3). Counts on the monotonic timer,
 * so that setting the device's clock moves nothing on screen.
 */
export class ServerClock {
  private offset: number | undefined;

  constructor(
    private readonly monotonic: () => number = () => performance.now(),
    private readonly device: () => number = () => Date.now(),
  ) {}

  /** @param serverTime what the server said @param asked `monotonic()` when it was asked: half the way there and back is added */
  set(serverTime: string, asked: number): void {
    const heard = this.monotonic();
    this.offset = Date.parse(serverTime) + (heard - asked) / 2 - heard;
  }

  started(): number {
    return this.monotonic();
  }

  /** Milliseconds since the epoch by the server's clock; by the device's until the server has been heard. */
  now(): number {
    return this.offset === undefined ? this.device() : this.monotonic() + this.offset;
  }
}
