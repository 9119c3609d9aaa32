import { Decoder, Encoder, PacketType, type Packet } from 'socket.io-parser';

/** JSON that was written once for many sockets. It travels as it is, wherever an argument may stand. */
export class Encoded {
  constructor(readonly json: string) {}
}

/**
 * Socket.IO's own encoder, except that text which is JSON already is not written again. On the wire nothing
 * differs: a thousand watchers who join at once are served from one text instead of a thousand.
 */
class SplicingEncoder extends Encoder {
  override encode(packet: Packet): ReturnType<Encoder['encode']> {
    const { type, nsp, id } = packet;
    const data: unknown = packet.data;
    const isMessage = type === PacketType.EVENT || type === PacketType.ACK;
    if (!isMessage || !Array.isArray(data) || !data.some((each) => each instanceof Encoded))
      return super.encode(packet);
    const members = data.map((each: unknown) => (each instanceof Encoded ? each.json : JSON.stringify(each)));
    return [`${type}${nsp === '/' ? '' : `${nsp},`}${id ?? ''}[${members.join(',')}]`];
  }
}

/** Everything here is text. Bytes that are announced and never come would be kept for as long as a stranger likes. */
class TextDecoder extends Decoder {
  constructor() {
    super({ maxAttachments: 0 });
  }
}

/** The `parser` option of the Socket.IO server. */
export const splicingParser = { Encoder: SplicingEncoder, Decoder: TextDecoder };
