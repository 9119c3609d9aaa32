import type { Question, Round } from '@open-ballot/shared/rules/session';
import { seatStates, type SeatState } from '../../live/seat-states.ts';
import { useSession } from '../../live/use-session.ts';
import { useBallotSentence } from '../../text/ballot-sentence.ts';
import styles from './Hall.module.css';
import { useHallText } from './hall-text.ts';
import { densityFor, SeatTiles, type Tile } from './SeatTiles.tsx';

const signs: Readonly<Record<SeatState['state'], string>> = {
  voted: '✓',
  silent: '…',
  hidden: '·',
  absent: '–',
  recused: '⊘',
};

/** A tile per seat: who has voted, and how where the visibility allows (rule 10). */
export function HallSeats({ question, round }: { readonly question: Question; readonly round: Round }) {
  const session = useSession();
  const t = useHallText();
  const sentence = useBallotSentence();
  const brief = briefly(question, round);
  const seats = seatStates(session, question, round);
  const voteOf = ({ counted, state }: SeatState) => {
    if (counted?.ballot) return shortened(sentence(counted.ballot, brief));
    return t(state === 'silent' && round.status !== 'open' ? 'seat-not-voted' : `seat-${state}`);
  };
  const tiles: Tile[] = seats.map((of) => ({
    id: of.seat.memberId,
    name: of.seat.substitute?.name ?? of.seat.name,
    presides: of.seat.memberId === session.presidingId,
    sign: signOf(of),
    text: voteOf(of),
    look: of.state === 'voted' ? 'voted' : of.state === 'silent' || of.state === 'hidden' ? 'silent' : 'away',
  }));
  return (
    <div className={styles['seats-frame']}>
      <SeatTiles tiles={tiles} density={densityFor(tiles.length)} />
    </div>
  );
}

const signOf = ({ state, counted }: SeatState): string => {
  const ballot = counted?.ballot;
  if (ballot && 'choice' in ballot)
    return { for: '✓', against: '✕', abstain: '○', 'against-all': '✕' }[ballot.choice];
  return signs[state];
};

// «за Центр …»: on a tile for nominees the word «за» says nothing that the name does not.
const shortened = (text: string): string => text.replace(/^(за|for) (?=\S)/, '');

/** Nominees named by their region where that tells them apart: their names begin alike and would not fit a tile. */
function briefly(question: Question, round: Round): Question {
  const nominees = question.nominees.filter((each) => round.nomineeIds.includes(each.nomineeId));
  const regions = new Set(nominees.map((each) => each.region).filter(Boolean));
  if (regions.size < nominees.length) return question;
  return { ...question, nominees: nominees.map((each) => ({ ...each, name: each.region ?? each.name })) };
}
