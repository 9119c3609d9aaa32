import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A line to the database that can go dead without either end being told, as in a partition. */
export class LineToDatabase {
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    /** The address of the same database at this end of the line. */
    readonly url: string,
  ) {}

  static async to(databaseUrl: string): Promise<LineToDatabase> {
    const { hostname, port, pathname, username, password } = new URL(databaseUrl);
    const folder = decodeURIComponent(hostname);
    const target = folder.startsWith('/')
      ? { path: `${folder}/.s.PGSQL.${port || 5432}` }
      : { host: hostname, port: Number(port || 5432) };
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port: here } = server.address() as AddressInfo;
    const line = new LineToDatabase(
      server,
      `postgres://${username}:${password}@127.0.0.1:${here}${pathname}`,
    );
    server.on('connection', (near) => line.carry(near, connect(target)));
    return line;
  }

  /** What is connected now hears nothing from here on, not even an end; whoever connects anew is served. */
  goDead(): void {
    for (const socket of this.sockets)
      socket
        .removeAllListeners('data')
        .removeAllListeners('close')
        .on('data', () => undefined);
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private carry(near: Socket, far: Socket): void {
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(from.on('error', () => undefined));
      from.on('data', (bytes) => to.write(bytes));
      from.on('close', () => to.destroy());
    }
  }
}
