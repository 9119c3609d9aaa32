import { countsVotes } from '../../rules/kinds/registry.ts';
import type { BallotKindName, Round } from '../../rules/session.ts';

/** A base of a majority, in the genitive after a share and after «голоса всех». */
export interface BaseText {
  readonly number: string;
  readonly all: string;
}

/** How regulations speak of what one kind of ballot counts. */
export interface KindWords {
  readonly winsBy: string;
  /** Before «не менее …», inside a sentence. */
  readonly atLeast: string;
  /** What a minimum is of, in the genitive, at the start of a sentence. */
  readonly measure: string;
  /** Of which a nominee got none, in the genitive. */
  readonly units: string;
  /** The title of the column of points. */
  readonly total: string;
  /** What a majority is of. */
  readonly votes: string;
  /** Where that base is not of votes on one wording: nominees are chosen, or answered for one by one (rule 6.1). */
  readonly forAndAgainst?: BaseText;
}

const votes = {
  atLeast: 'при числе голосов',
  measure: 'Числа голосов',
  units: 'голосов',
  total: 'Голоса',
  votes: 'голосов «за»',
};

const words: Readonly<Record<BallotKindName, KindWords>> = {
  motion: { ...votes, winsBy: 'голосов «за» больше, чем «против»' },
  approval: {
    ...votes,
    winsBy: 'наибольшее число голосов «за»',
    atLeast: 'при числе голосов «за»',
    forAndAgainst: {
      number: 'числа голосов «за» и «против», поданных по номинанту',
      all: 'голосовавших «за» или «против» номинанта',
    },
  },
  choose: {
    ...votes,
    winsBy: 'наибольшее число голосов',
    votes: 'голосов',
    forAndAgainst: {
      number: 'числа голосовавших, кроме воздержавшихся',
      all: 'голосовавших, кроме воздержавшихся',
    },
  },
  rank: {
    ...votes,
    winsBy: 'наибольшая сумма баллов',
    atLeast: 'при сумме баллов',
    measure: 'Суммы баллов',
    units: 'баллов',
    total: 'Баллы',
  },
  score: {
    ...votes,
    winsBy: 'наибольший итоговый балл',
    atLeast: 'при итоговом балле',
    measure: 'Итогового балла',
    units: 'оценок',
    total: 'Итоговый балл',
  },
};

const placesAddedUp = { ...words.rank, winsBy: 'наименьшая сумма мест', units: 'мест', total: 'Сумма мест' };

export const kindWords = ({ ballotKind, parameters }: Round): KindWords =>
  parameters.sumOfPlaces && !countsVotes(ballotKind) ? placesAddedUp : words[ballotKind];
