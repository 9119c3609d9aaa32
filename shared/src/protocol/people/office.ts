import type { Seat, Session } from '../../rules/session.ts';
import { genitiveOfBody } from '../language/declined-names.ts';
import { domainWords } from '../../words/domain.ts';
import { asContinuation } from '../language/wording.ts';
import type { Naming } from './names.ts';
import { nameBesideOffice } from './namesakes.ts';

/** What a seat is on the commission; a plain member is nothing beside it. */
export const roleText = ({ role }: Seat, session: Session): string =>
  role === 'member' ? '' : `${domainWords.ru.roles[role]} ${genitiveOfBody(session)}`;

/** Post and body of a seat, as far as they are given. */
export const officeOf = ({ post, body }: Seat): string[] =>
  [post, body].map((each) => each.trim()).filter((each) => each !== '');

/** Post, body and role on the commission. */
export const officeAndRoleOf = (seat: Seat, session: Session): string[] =>
  [...officeOf(seat), roleText(seat, session)].filter((each) => each !== '');

/**
 * «замещающее лицо (доверенность № 7), замещаемый член комиссии – А.И. Белова, директор департамента»:
 * nominatives throughout, so that no name has to be declined.
 */
export const substitutionText = (
  { session, naming: { initialsFirst } }: { readonly session: Session; readonly naming: Naming },
  seat: Seat,
  mandate: string,
): string =>
  `замещающее лицо (${asContinuation(mandate)}), замещаемый член ${genitiveOfBody(session)} – ` +
  [initialsFirst(nameBesideOffice(seat)), ...officeAndRoleOf(seat, session)].join(', ');
