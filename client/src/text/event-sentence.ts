import {
  actorOf,
  eventOf,
  type EventType,
  type JournalEntry,
  type SessionEvent,
} from '@open-ballot/shared/rules/events';
import { questionOf, roundOf, seatOf, type Session } from '@open-ballot/shared/rules/session';
import { useMemo } from 'react';
import { ballotSentence } from './ballot-sentence.ts';
import { useDomainText } from './domain-text.ts';
import { defineTexts } from './texts.ts';

const useText = defineTexts('event', {
  ru: {
    'session-convened': 'Заседание № {{number}} назначено',
    'session-amended': 'Сведения о заседании уточнены',
    'question-added': 'В повестку включён вопрос: {{title}}',
    'session-opened': 'Заседание открыто',
    'session-cancelled': 'Заседание отменено: {{reason}}',
    'session-adjourned': 'Объявлен перерыв: {{reason}}',
    'session-closed': 'Заседание закрыто',
    'attendance-marked': '{{member}}: {{attendance}}',
    'chair-passed': 'Ведёт заседание: {{member}}',
    'substitute-appointed': 'Место «{{member}}» занимает {{name}}, доверенность {{mandate}}',
    'round-opened': 'Голосование открыто: {{question}}, тур {{number}}',
    'ballot-cast': '{{member}}: {{ballot}}',
    'ballot-changed': '{{member}} меняет голос: {{ballot}}',
    'ballot-entered': '{{member}}: {{ballot}} ({{basis}})',
    'round-closed': 'Голосование закрыто: {{question}}',
    'round-annulment-requested': 'Запрошено аннулирование тура: {{question}}. {{reason}}',
    'round-annulled': 'Тур аннулирован: {{question}}',
    'question-dropped': 'Вопрос снят с рассмотрения: {{question}}. {{reason}}',
    'question-voided': 'Номинация не состоялась: {{question}}. {{reason}}',
    'nominee-withdrawn': 'Заявка снята: {{nominee}}. {{reason}}',
    'member-recused': 'Самоотвод: {{member}}, {{question}}',
    'recusal-explained': 'Указана причина самоотвода: {{member}}',
    'casting-vote-given': 'Решающий голос, {{member}}: {{ballot}}',
    'tie-breaker-declined': 'Не применяется: {{rule}}',
    'lot-recorded': 'Жребий: {{order}}. Присутствовали: {{witnesses}}',
    'minutes-noted': 'Записан ход обсуждения: {{question}}',
    'dissent-filed': 'Особое мнение: {{member}}, {{question}}',
    'deadline-extended': 'Срок подведения итогов перенесён: {{document}}',
    'protocol-issued': 'Выпущен протокол, версия {{version}}',
    'protocol-signed-presiding': 'Протокол, версия {{version}}, подписан председательствующим ({{actor}})',
    'protocol-signed-secretary': 'Протокол, версия {{version}}, подписан секретарём',
    'signature-attached': 'К протоколу, версия {{version}}, приложена подпись {{fileName}}',
    'a-member': 'Член комиссии',
    voted: 'голос учтён',
  },
  en: {
    'session-convened': 'Session No. {{number}} is convened',
    'session-amended': 'The session was amended',
    'question-added': 'Added to the agenda: {{title}}',
    'session-opened': 'The session is open',
    'session-cancelled': 'The session is cancelled: {{reason}}',
    'session-adjourned': 'The session is adjourned: {{reason}}',
    'session-closed': 'The session is closed',
    'attendance-marked': '{{member}}: {{attendance}}',
    'chair-passed': '{{member}} presides',
    'substitute-appointed': '{{name}} takes the seat of {{member}}, mandate {{mandate}}',
    'round-opened': 'Voting is open: {{question}}, round {{number}}',
    'ballot-cast': '{{member}}: {{ballot}}',
    'ballot-changed': '{{member}} changes the ballot: {{ballot}}',
    'ballot-entered': '{{member}}: {{ballot}} ({{basis}})',
    'round-closed': 'Voting is closed: {{question}}',
    'round-annulment-requested': 'Annulment of the round requested: {{question}}. {{reason}}',
    'round-annulled': 'The round is annulled: {{question}}',
    'question-dropped': 'Taken off the agenda: {{question}}. {{reason}}',
    'question-voided': 'The nomination is void: {{question}}. {{reason}}',
    'nominee-withdrawn': 'Withdrawn: {{nominee}}. {{reason}}',
    'member-recused': 'Recused: {{member}}, {{question}}',
    'recusal-explained': 'The reason of a recusal is recorded: {{member}}',
    'casting-vote-given': 'Casting vote, {{member}}: {{ballot}}',
    'tie-breaker-declined': 'Not applied: {{rule}}',
    'lot-recorded': 'Lot: {{order}}. Witnesses: {{witnesses}}',
    'minutes-noted': 'Minutes noted: {{question}}',
    'dissent-filed': 'Dissent: {{member}}, {{question}}',
    'deadline-extended': 'The deadline was moved: {{document}}',
    'protocol-issued': 'Protocol issued, version {{version}}',
    'protocol-signed-presiding': 'Protocol version {{version}} signed by the presiding member {{actor}}',
    'protocol-signed-secretary': 'Protocol version {{version}} signed by the secretary',
    'signature-attached': 'Signature {{fileName}} attached to protocol version {{version}}',
    'a-member': 'A member',
    voted: 'ballot recorded',
  },
});

type EventOf<Type extends EventType> = Extract<SessionEvent, { readonly type: Type }>;
type Sentences = { readonly [Type in EventType]: (event: EventOf<Type>, entry: JournalEntry) => string };

/** One line per fact, for a feed. What is sealed is passed over in words that do not pretend to know it. */
export function useEventSentence(session: Session): (entry: JournalEntry) => string {
  const t = useText();
  const domain = useDomainText();
  return useMemo(() => {
    const member = (memberId?: string) => seatOf(session, memberId)?.name ?? memberId ?? t('a-member');
    const question = (questionId: string) => questionOf(session, questionId)?.title ?? '';
    const questionOfRound = (roundId: string) => roundOf(session, roundId)?.question;
    const titleOfRound = (roundId: string) => questionOfRound(roundId)?.title ?? '';
    const nominee = (questionId: string | undefined, nomineeId: string) =>
      (questionId &&
        questionOf(session, questionId)?.nominees.find((each) => each.nomineeId === nomineeId)?.name) ||
      nomineeId;
    const ballot = ({ roundId, ballot }: Pick<EventOf<'ballot-cast'>, 'roundId' | 'ballot'>) => {
      const of = questionOfRound(roundId);
      return ballot && of ? ballotSentence(ballot, of, domain) : t('voted');
    };
    const sentences: Sentences = {
      'session-convened': ({ number }) => t('session-convened', { number }),
      'session-amended': () => t('session-amended'),
      'question-added': (event) => t('question-added', { title: event.question.title }),
      'session-opened': () => t('session-opened'),
      'session-cancelled': ({ reason }) => t('session-cancelled', { reason }),
      'session-adjourned': ({ reason }) => t('session-adjourned', { reason }),
      'session-closed': () => t('session-closed'),
      'attendance-marked': ({ memberId, attendance }) =>
        t('attendance-marked', { member: member(memberId), attendance: domain(`attendance-${attendance}`) }),
      'chair-passed': ({ memberId }) => t('chair-passed', { member: member(memberId) }),
      'substitute-appointed': ({ memberId, name, mandate }) =>
        t('substitute-appointed', { member: member(memberId), name, mandate }),
      'round-opened': ({ questionId, number }) =>
        t('round-opened', { question: question(questionId), number }),
      'ballot-cast': (event) =>
        t(event.replaces ? 'ballot-changed' : 'ballot-cast', {
          member: member(event.memberId),
          ballot: ballot(event),
        }),
      'ballot-entered': (event) =>
        t('ballot-entered', {
          member: member(event.memberId),
          ballot: ballot(event),
          basis: domain(`basis-${event.basis}`),
        }),
      'round-closed': ({ roundId }) => t('round-closed', { question: titleOfRound(roundId) }),
      'round-annulment-requested': ({ roundId, reason }) =>
        t('round-annulment-requested', { question: titleOfRound(roundId), reason }),
      'round-annulled': ({ roundId }) => t('round-annulled', { question: titleOfRound(roundId) }),
      'question-dropped': ({ questionId, reason }) =>
        t('question-dropped', { question: question(questionId), reason }),
      'question-voided': ({ questionId, reason }) =>
        t('question-voided', { question: question(questionId), reason }),
      'nominee-withdrawn': ({ questionId, nomineeId, reason }) =>
        t('nominee-withdrawn', { nominee: nominee(questionId, nomineeId), reason }),
      'member-recused': ({ memberId, questionId }) =>
        t('member-recused', { member: member(memberId), question: question(questionId) }),
      'recusal-explained': ({ memberId }) => t('recusal-explained', { member: member(memberId) }),
      'casting-vote-given': ({ roundId, memberId, choice, nomineeId }) =>
        t('casting-vote-given', {
          member: member(memberId),
          ballot: choice
            ? domain(`voted-${choice}`)
            : nominee(questionOfRound(roundId)?.questionId, nomineeId ?? ''),
        }),
      'tie-breaker-declined': ({ tieBreaker }) =>
        t('tie-breaker-declined', { rule: domain(`tie-${tieBreaker}`) }),
      'lot-recorded': ({ roundId, nomineeIds, witnesses }) =>
        t('lot-recorded', {
          order: nomineeIds.map((id) => nominee(questionOfRound(roundId)?.questionId, id)).join(', '),
          witnesses,
        }),
      'minutes-noted': ({ questionId }) => t('minutes-noted', { question: question(questionId) }),
      'dissent-filed': ({ memberId, questionId }) =>
        t('dissent-filed', { member: member(memberId), question: question(questionId) }),
      'deadline-extended': ({ document }) => t('deadline-extended', { document }),
      'protocol-issued': ({ version }) => t('protocol-issued', { version }),
      'protocol-signed': ({ version, role }, entry) =>
        t(`protocol-signed-${role}`, { version, actor: member(actorOf(entry)) }),
      'signature-attached': ({ version, fileName }) => t('signature-attached', { version, fileName }),
    };
    return (entry) => {
      const event = eventOf(entry);
      const say = sentences[event.type] as ((event: SessionEvent, entry: JournalEntry) => string) | undefined;
      return say ? say(event, entry) : event.type;
    };
  }, [session, t, domain]);
}
