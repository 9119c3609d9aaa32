import { liveNamespace } from '@open-ballot/shared/contract/live';
import { Encoded } from './encoded.ts';

/** A message that many sockets get alike: encoded once, framed once. */
export class Frame {
  readonly encoded: Encoded;
  private framed: Buffer | undefined;

  /** `json` is the only argument of the event. */
  constructor(
    readonly event: string,
    readonly json: string,
  ) {
    this.encoded = new Encoded(json);
  }

  /** The whole WebSocket frame: Engine.IO "message" (4), Socket.IO "event" (2), our namespace, the event. */
  get bytes(): Buffer {
    return (this.framed ??= textFrame(`42${liveNamespace},["${this.event}",${this.json}]`));
  }
}

/** An unmasked, final text frame (RFC 6455, 5.2), as a server sends it. */
function textFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const { length } = payload;
  const header = length < 126 ? Buffer.alloc(2) : length < 65_536 ? Buffer.alloc(4) : Buffer.alloc(10);
  header[0] = 0x81;
  if (header.length === 2) header[1] = length;
  else if (header.length === 4) {
    header[1] = 126;
    header.writeUInt16BE(length, 2);
  } else {
    header[1] = 127;
    header.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([header, payload]);
}
