import type { Round } from '../../rules/session.ts';
import { domainWords } from '../../words/domain.ts';
import { capital } from '../../words/letters.ts';

export const kindOf = ({ kind }: Pick<Round, 'kind'>): string =>
  kind === 'first' ? 'Первое голосование' : capital(domainWords.ru.rounds[kind]);

/** «Перебаллотировка (голосование 2)». */
export const roundTitle = (round: Pick<Round, 'number' | 'kind'>): string =>
  round.number === 1 ? kindOf(round) : `${kindOf(round)} (голосование ${round.number})`;
