import type { Receipt } from '@open-ballot/shared/contract/receipt';
import type { FieldError } from '@open-ballot/shared/rules/fault';
import type { RefusalCode } from '@open-ballot/shared/rules/refusal';
import { ApiProblem } from '../api/client.ts';
import { useFaultText } from './fault-text.ts';
import { refusalText } from './refusal-text.ts';
import { defineTexts, useLanguage } from './texts.ts';

const useText = defineTexts('problem', {
  ru: {
    unreachable: 'Нет связи с сервером. Проверьте сеть и повторите.',
    failed: 'На сервере произошла ошибка. Записано ли действие, покажет повтор: дважды оно не запишется.',
    'failed-id':
      'На сервере произошла ошибка (запрос {{requestId}}). Повторите: дважды действие не запишется.',
    'sign-in': 'Сначала войдите.',
    'not-found': 'Здесь ничего нет, или это видно не всем.',
    'wrong-password': 'Имя или пароль не подошли.',
    'wrong-link': 'Ссылка уже использована или истекла. Попросите у секретаря новую.',
  },
  en: {
    unreachable: 'The server cannot be reached. Check the network and repeat.',
    failed: 'The server failed. Repeating tells whether the act was recorded: it is never recorded twice.',
    'failed-id': 'The server failed (request {{requestId}}). Repeat: the act is never recorded twice.',
    'sign-in': 'Sign in first.',
    'not-found': 'There is nothing here, or not for everybody to see.',
    'wrong-password': 'The login or the password is wrong.',
    'wrong-link': 'The link has been used or has expired. Ask the secretary for a new one.',
  },
});

type Unrecorded = Exclude<Receipt, { readonly outcome: 'recorded' }>;

/** Words for everything that can go wrong: a refused or failed receipt, or an error of the API. */
export function useProblemText(): (
  problem: Unrecorded | Error,
  where?: 'wrong-password' | 'wrong-link',
) => string {
  const t = useText();
  const refusals = refusalText[useLanguage()];
  const faultText = useFaultText();
  const withFields = (text: string, fields: readonly FieldError[] = []): string =>
    [text, ...fields.map((each) => `${each.path && `${each.path}: `}${faultText(each)}`)].join(' ');
  return (problem, where) => {
    if (problem instanceof ApiProblem) {
      const { status, code, requestId, fields } = problem.problem;
      if (status === 401) return t(where ?? 'sign-in');
      if (code === 'unreachable') return t('unreachable');
      // A page or a list, not a question of a session.
      if (code === 'not-found' && !fields) return t('not-found');
      if (code in refusals) return withFields(refusals[code as RefusalCode], fields);
      return requestId ? t('failed-id', { requestId }) : t('failed');
    }
    if (problem instanceof Error) return t('failed');
    if (problem.outcome === 'failed') return t('failed-id', { requestId: problem.requestId });
    if (problem.outcome === 'invalid') return withFields(refusals.invalid, problem.fields);
    return refusals[problem.code];
  };
}
