import type { MajorityBase, TieBreaker } from '../rules/plan/rule-set.ts';
import type { BallotKindName, Round, SeatRole, Side } from '../rules/session.ts';
import type { Language } from './numbers.ts';

/**
 * What the rules name, as people call it: in the nominative and in small letters, unless said otherwise. Screens,
 * explanations, command line and protocol all say these words, and a name that the rules add is missed by the compiler.
 */
export interface DomainWords {
  readonly roles: Readonly<Record<SeatRole, string>>;
  readonly rounds: Readonly<Record<Round['kind'], string>>;
  readonly ballotKinds: Readonly<Record<BallotKindName, string>>;
  readonly votes: Readonly<Record<Side | 'against-all', string>>;
  /** What a majority is a share of; in Russian in the genitive: «более половины присутствующих». */
  readonly majorityBases: Readonly<Record<MajorityBase, string>>;
  readonly tieBreakers: Readonly<Record<TieBreaker, string>>;
}

export const domainWords: Readonly<Record<Language, DomainWords>> = {
  ru: {
    roles: {
      chair: 'председатель',
      'deputy-chair': 'заместитель председателя',
      secretary: 'секретарь',
      member: 'член комиссии',
    },
    rounds: {
      first: 'голосование',
      runoff: 'перебаллотировка',
      next: 'следующий тур',
      revote: 'переголосование',
    },
    ballotKinds: {
      motion: 'за, против, воздержался',
      choose: 'выбрать из участников',
      approval: 'по каждому участнику за или против',
      rank: 'расставить по местам',
      score: 'оценить по критериям',
    },
    votes: { for: 'за', against: 'против', abstain: 'воздерж.', 'against-all': 'против всех' },
    majorityBases: {
      'for-and-against': 'проголосовавших «за» или «против»',
      participants: 'голосовавших, считая воздержавшихся',
      present: 'присутствующих',
      appointed: 'назначенных членов комиссии',
      established: 'установленного числа мест',
    },
    tieBreakers: {
      'own-vote': 'голос председательствующего',
      'casting-vote': 'решающий голос председательствующего',
      'prior-score': 'балл предварительной оценки',
      'earlier-application': 'более ранняя заявка',
      countback: 'больше первых мест или наивысших оценок',
      'lot-by-hand': 'жребий',
      lot: 'жребий по журналу',
      runoff: 'перебаллотировка',
      shared: 'место делится',
      rejected: 'при равенстве решение не принимается',
    },
  },
  en: {
    roles: { chair: 'chair', 'deputy-chair': 'deputy chair', secretary: 'secretary', member: 'member' },
    rounds: { first: 'vote', runoff: 'runoff', next: 'next round', revote: 'revote' },
    ballotKinds: {
      motion: 'for, against, abstain',
      choose: 'choose among nominees',
      approval: 'for or against each nominee',
      rank: 'order by places',
      score: 'score by criteria',
    },
    votes: { for: 'for', against: 'against', abstain: 'abstained', 'against-all': 'against all' },
    majorityBases: {
      'for-and-against': 'those who voted for or against',
      participants: 'those who voted, abstentions included',
      present: 'those present',
      appointed: 'the appointed members',
      established: 'the established seats',
    },
    tieBreakers: {
      'own-vote': "the presiding member's vote",
      'casting-vote': "the presiding member's casting vote",
      'prior-score': 'the preliminary score',
      'earlier-application': 'the earlier application',
      countback: 'most first places or highest scores',
      'lot-by-hand': 'a lot',
      lot: 'a lot from the journal',
      runoff: 'a runoff',
      shared: 'the place is shared',
      rejected: 'a tied motion fails',
    },
  },
};
