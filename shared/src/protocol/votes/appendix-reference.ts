import { uncapital } from '../../words/letters.ts';
import type { Round } from '../../rules/session.ts';
import type { Appendix, AppendixKind } from '../document.ts';
import { isInRollCall } from './roll-call.ts';
import { hasScoreSheets } from './score-sheets.ts';

const holdsDetailOf: Readonly<Partial<Record<AppendixKind, (round: Round) => boolean>>> = {
  'roll-call': isInRollCall,
  'score-sheets': hasScoreSheets,
};

/**
 * «Поименные результаты голосования – приложение № 2, оценочные листы и сводная ведомость – приложение № 3.»;
 * empty where no appendix holds the detail of a vote.
 */
export function appendixReference(appendices: readonly Appendix[], round: Round): string[] {
  const places = appendices
    .filter(({ kind }) => holdsDetailOf[kind]?.(round))
    .map(({ number, title }, index) => `${index === 0 ? title : uncapital(title)} – приложение № ${number}`);
  return places.length === 0 ? [] : [`${places.join(', ')}.`];
}
