import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** The balancer before the houses: people know its address, it knows which house is up. */
export class FrontDoor {
  private readonly guests = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private target: string,
  ) {
    server.on('connection', (guest) => this.letIn(guest));
  }

  static async to(house: string): Promise<FrontDoor> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FrontDoor(server, house);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** From now on this door leads there; whoever came through before stays where they are. */
  leadsTo(house: string): void {
    this.target = house;
  }

  async closes(): Promise<void> {
    for (const guest of this.guests) guest.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private letIn(guest: Socket): void {
    const { hostname, port } = new URL(this.target);
    const house = connect(Number(port), hostname);
    this.guests.add(guest);
    guest.on('close', () => this.guests.delete(guest));
    for (const [one, other] of [
      [guest, house],
      [house, guest],
    ] as const) {
      one.pipe(other);
      // A house that died hangs up on its guests; they come back through this door.
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  }
}
