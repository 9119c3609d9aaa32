import type { Seat, Session } from '../../rules/session.ts';
import { inFull } from './names.ts';

/**
 * A session in which no two seats are called alike: members whose whole names are the same carry in brackets what
 * tells them apart. Their post, their body, both; or else a number.
 */
export function distinguished(session: Session): Session {
  const alike = new Map<string, Seat[]>();
  for (const seat of session.roll) {
    const name = inFull(seat.name);
    alike.set(name, [...(alike.get(name) ?? []), seat]);
  }
  if (alike.size === session.roll.length) return session;
  const names = new Map([...alike.values()].filter(({ length }) => length > 1).flatMap(toldApart));
  return {
    ...session,
    roll: session.roll.map((seat) => ({ ...seat, name: names.get(seat.memberId) ?? seat.name })),
  };
}

function toldApart(seats: readonly Seat[]): (readonly [memberId: string, name: string])[] {
  const signs = marks.map((mark) => seats.map(mark));
  const telling = signs.find(
    (each) => each.every((sign) => sign !== '') && new Set(each).size === seats.length,
  );
  return seats.map(({ memberId, name }, index) => [
    memberId,
    `${name.trim()} (${telling?.[index] ?? `№ ${index + 1}`})`,
  ]);
}

const marks: readonly ((seat: Seat) => string)[] = [
  ({ post }) => post.trim(),
  ({ body }) => body.trim(),
  ({ post, body }) => [post.trim(), body.trim()].join(', '),
];

/** The name of a seat where its post and body are printed beside it and need not be said twice. */
export const nameBesideOffice = (seat: Seat): string => {
  const said = marks.map((mark) => ` (${mark(seat)})`).find((each) => seat.name.endsWith(each));
  return said === undefined ? seat.name : seat.name.slice(0, -said.length);
};
