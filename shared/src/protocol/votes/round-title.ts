import type { Round } from '../../rules/session.ts';

export const kinds: Readonly<Record<Round['kind'], string>> = {
  first: 'Первое голосование',
  runoff: 'Перебаллотировка',
  revote: 'Переголосование',
};

/** «Перебаллотировка (голосование 2)». */
export const roundTitle = ({ number, kind }: Pick<Round, 'number' | 'kind'>): string =>
  number === 1 ? kinds[kind] : `${kinds[kind]} (голосование ${number})`;
