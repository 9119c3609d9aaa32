import type { RuleSet } from '../rules/plan/rule-set.ts';
import type { JournalEntry } from '../rules/events.ts';
import type { Ballot, Nominee, QuestionDraft, SeatDraft, SessionPlan } from '../rules/session.ts';
import { JournalWriter } from './journal-writer.ts';

export const ruleSet: RuleSet = {
  quorum: {
    base: 'appointed',
    recusedStay: false,
    threshold: { n: 1, d: 2, compare: 'at-least' },
    counts: ['in-person', 'remote'],
    ofBallots: false,
  },
  decision: { kind: 'plurality' },
  recusedStay: false,
  ties: ['own-vote', 'runoff', 'lot-by-hand'],
  abstain: true,
  changeUntilClose: true,
  closeWhenAllVoted: false,
  parallelRounds: false,
  selfCheckIn: true,
  substitutes: false,
  absentee: false,
  oneWinPerEntrant: false,
  visibility: 'names',
};

const people: readonly (readonly [name: string, post: string, body: string])[] = [
  ['Орлов Виктор Сергеевич', 'заместитель Министра', 'Минэкономразвития России'],
  ['Белова Анна Ильинична', 'директор департамента', 'Минэкономразвития России'],
  ['Абрамова-Кузнецова Елена Павловна', 'заместитель директора', 'Росреестр'],
  ['Яковлев Пётр Андреевич', 'начальник управления', 'ФНС России'],
  ['Ким Александр Львович', 'советник', 'Социальный фонд России'],
  ['Мамедов Рашид Али оглы', 'заместитель начальника управления', 'МВД России'],
  ['Щукина Ольга Викторовна', 'руководитель проекта', 'ЦСР'],
  ['Ёлкин Игорь Михайлович', 'эксперт', 'Аналитический центр'],
  ['Дорохова Нина Фёдоровна', 'начальник отдела', 'Минстрой России'],
];

export const roll: readonly SeatDraft[] = people.map(([name, post, body], index) => ({
  memberId: `m${index + 1}`,
  name,
  post,
  body,
  role: index === 0 ? 'chair' : index === 1 ? 'deputy-chair' : 'member',
  votes: true,
}));

export const nominee = (nomineeId: string, name: string, region: string): Nominee => ({
  nomineeId,
  name,
  region,
});

export const motion = (questionId: string, title: string, wording: string): QuestionDraft => ({
  questionId,
  title,
  wording,
  kind: 'motion',
  parameters: {},
  places: { kind: 'laureates', count: 1 },
  nominees: [],
});

export const choice = (
  questionId: string,
  nomination: string,
  nominees: readonly Nominee[],
  more: Partial<QuestionDraft> = {},
): QuestionDraft => ({
  questionId,
  title: `О победителе в номинации «${nomination}»`,
  nomination,
  wording: `Избрать победителя в номинации «${nomination}»`,
  kind: 'choose',
  parameters: { min: 1, max: 1 },
  places: { kind: 'laureates', count: 1 },
  nominees,
  ...more,
});

export const plan = (questions: readonly QuestionDraft[], more: Partial<SessionPlan> = {}): SessionPlan => ({
  contestId: 'contest-1',
  contestTitle: 'Всероссийский конкурс «Лучший многофункциональный центр России»',
  organisation: 'Министерство экономического развития Российской Федерации',
  commission: 'Центральная конкурсная комиссия',
  number: '5',
  date: '2021-06-25',
  place: 'г. Москва',
  timeZone: 'Europe/Moscow',
  form: 'mixed',
  rehearsal: false,
  deadline: '2021-06-30T21:00:00.000Z',
  presidingId: 'm1',
  secretaryName: 'Тихонова Мария Юрьевна',
  establishedSeats: 9,
  ruleSet,
  public: true,
  roll,
  questions,
  earlierWinners: [],
  ...more,
});

export const toNominee = (nomineeId: string): Ballot => ({ nominees: [nomineeId] });
export const side = (choice: 'for' | 'against' | 'abstain'): Ballot => ({ choice });

const cities = [
  nominee('kirov', 'МФЦ Первомайского района города Кирова', 'Кировская область'),
  nominee('voronezh', 'МФЦ города Воронежа', 'Воронежская область'),
  nominee('tyumen', 'МФЦ города Тюмени', 'Тюменская область'),
];
const capitals = [
  nominee('irkutsk', 'МФЦ «Центральный»', 'Иркутская область'),
  nominee('ulyanovsk', 'МФЦ № 2', 'Ульяновская область'),
  nominee('kazan', 'МФЦ Вахитовского района', 'Республика Татарстан'),
];
const specialists = [
  nominee('klimova', 'Климова Екатерина Андреевна', 'Кировская область'),
  nominee('vasilyeva', 'Васильева Дарья Олеговна', 'Иркутская область'),
  nominee('petrov', 'Петров-Водкин Илья Сергеевич', 'Саратовская область'),
];

const criteria = [
  { criterionId: 'relevance', title: 'Актуальность', min: '0', max: '10', step: '0.5', weight: '1' },
  { criterionId: 'effect', title: 'Эффективность', min: '0', max: '10', step: '0.5', weight: '2' },
];

/**
 * Nine members: a motion, a winner at the first vote with a ballot by hand, a change and a recusal, a tie settled by
 * the presiding member's vote, a runoff, an annulled vote with its revote, scores, a void nomination and one question not reached.
 */
export function smallSession(more: Partial<SessionPlan> = {}): JournalEntry[] {
  const questions: QuestionDraft[] = [
    {
      ...motion('agenda', 'Об утверждении повестки дня заседания', 'Утвердить повестку дня заседания'),
      reporter: 'Тихонова Мария Юрьевна',
    },
    choice('mfc', 'Лучший МФЦ', cities, { category: 'МФЦ крупных городов' }),
    choice('capital', 'Лучший МФЦ столицы региона', capitals, { winnerLabel: 'лауреат' }),
    choice('specialist', 'Лучший универсальный специалист МФЦ', specialists, { ties: ['runoff'] }),
    {
      ...choice('initiative', 'Лучшая инициатива МФЦ', cities),
      kind: 'score',
      parameters: { criteria, aggregate: 'mean', rounding: { at: 'none', digits: 0 } },
      places: { kind: 'ranked', counts: [1, 1] },
    },
    choice('practice', 'Лучшая практика МФЦ', [capitals[0]!]),
    motion('other', 'О сроках публикации результатов', 'Опубликовать результаты до 5 июля 2021 г.'),
  ];
  const journal = new JournalWriter(plan(questions, more), '2021-06-25T06:50:00.000Z');
  journal.arrive('in-person', 'm1', 'm2', 'm3', 'm4', 'm5', 'm7').arrive('remote', 'm6', 'm8');
  journal.record('secretary:1', {
    type: 'attendance-marked',
    memberId: 'm9',
    attendance: 'absent',
    reason: 'командировка',
  });
  journal.wait(5).record('secretary:1', { type: 'session-opened' });
  const everybody = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8'];
  const all = (ballot: Ballot, members: readonly string[] = everybody) =>
    Object.fromEntries(members.map((each) => [each, ballot]));

  journal
    .vote('agenda', { ballots: all(side('for')) })
    .minutes('agenda', 'М.Ю. Тихонова – о повестке дня заседания.');

  journal.record('m4', { type: 'member-recused', questionId: 'mfc', memberId: 'm4' });
  journal.record('m4', {
    type: 'recusal-explained',
    questionId: 'mfc',
    memberId: 'm4',
    reason: 'родственник работает в МФЦ города Тюмени',
    document: 'заявление от 25.06.2021',
  });
  const mfc = journal.openRound('mfc');
  for (const memberId of ['m1', 'm2', 'm3']) journal.cast(mfc, memberId, toNominee('kirov'));
  journal
    .cast(mfc, 'm5', toNominee('tyumen'))
    .cast(mfc, 'm6', toNominee('voronezh'))
    .cast(mfc, 'm7', toNominee('kirov'), 'by-hand');
  journal.record('m5', {
    type: 'ballot-cast',
    roundId: mfc,
    memberId: 'm5',
    ballot: toNominee('kirov'),
    replaces: journal.entries.length - 2,
  });
  journal
    .closeRound('mfc', mfc)
    .minutes(
      'mfc',
      'А.И. Белова – об итогах рассмотрения 3 заявок.',
      'Е.П. Абрамова-Кузнецова – поддержала заявку "МФЦ Первомайского района города Кирова".\nР.А. Мамедов - отметил работу МФЦ города Воронежа.',
    );

  journal.vote('capital', {
    ballots: {
      ...all(toNominee('irkutsk'), ['m1', 'm2', 'm3', 'm4']),
      ...all(toNominee('kazan'), ['m5', 'm6', 'm7', 'm8']),
    },
  });
  journal.minutes(
    'capital',
    'А.И. Белова – об итогах рассмотрения 3 заявок.',
    undefined,
    'Направить поздравление Губернатору Иркутской области.',
  );
  journal.record('m8', {
    type: 'dissent-filed',
    questionId: 'capital',
    memberId: 'm8',
    text: 'Считаю, что заявка Республики Татарстан лучше подтверждена документами.\nПрошу приложить особое мнение к протоколу.',
  });

  journal.vote('specialist', {
    ballots: {
      ...all(toNominee('klimova'), ['m1', 'm2', 'm3']),
      ...all(toNominee('vasilyeva'), ['m4', 'm5', 'm6']),
      ...all(toNominee('petrov'), ['m7']),
      m8: side('abstain'),
    },
  });
  journal.vote('specialist', {
    kind: 'runoff',
    nomineeIds: ['klimova', 'vasilyeva'],
    ballots: {
      ...all(toNominee('klimova'), ['m1', 'm2', 'm3', 'm7', 'm8']),
      ...all(toNominee('vasilyeva'), ['m4', 'm5', 'm6']),
    },
  });
  journal.minutes('specialist', 'А.И. Белова – о кандидатах.');

  const scored = (memberId: string, shift: number): Ballot => ({
    scores: Object.fromEntries(
      cities.map(({ nomineeId }, index) => [
        nomineeId,
        { relevance: String(9 - index), effect: `${8 - index - shift}.5` },
      ]),
    ),
  });
  const wrong = journal.openRound('initiative');
  journal.cast(wrong, 'm1', scored('m1', 0)).closeRound('initiative', wrong);
  journal.record('secretary:1', {
    type: 'round-annulment-requested',
    roundId: wrong,
    ground: 'breach',
    reason: 'голосование закрыто до объявления',
  });
  journal.record('m1', { type: 'round-annulled', roundId: wrong });
  journal.record('secretary:1', { type: 'attendance-marked', memberId: 'm8', attendance: 'left' });
  journal.vote('initiative', {
    kind: 'revote',
    ballots: Object.fromEntries(
      ['m1', 'm2', 'm3', 'm4', 'm5', 'm6'].map((each, index) => [each, scored(each, index % 3)]),
    ),
  });
  journal.minutes('initiative', 'П.А. Яковлев – о представленных инициативах.');

  journal.record('secretary:1', {
    type: 'question-voided',
    questionId: 'practice',
    reason: 'подана 1 заявка при необходимых 2',
  });
  journal.wait(2).record('m1', { type: 'session-closed' });
  return journal.entries;
}

/** Sixty members and forty nominations of six: the widest roll call a session is expected to have. */
export function wideSession(members = 60, nominations = 40): JournalEntry[] {
  const surnames = [
    'Антонов',
    'Борисов',
    'Викторов',
    'Григорьев',
    'Денисов',
    'Ефимов',
    'Жуков',
    'Зайцев',
    'Игнатьев',
    'Константинопольский',
  ];
  const seats = Array.from({ length: members }, (_each, index): SeatDraft => ({
    memberId: `m${index + 1}`,
    name: `${surnames[index % 10]}-${String.fromCharCode(0x410 + (index % 28))}аев Иван Петрович`,
    post: 'заместитель начальника управления государственных услуг',
    body: 'орган исполнительной власти',
    role: index === 0 ? 'chair' : 'member',
    votes: true,
  }));
  const questions = Array.from({ length: nominations }, (_each, index) =>
    choice(
      `q${index + 1}`,
      `Лучшая практика МФЦ, направление ${index + 1}`,
      Array.from({ length: 6 }, (_one, n) =>
        nominee(
          `q${index + 1}-n${n + 1}`,
          `МФЦ муниципального округа № ${index * 6 + n + 1}`,
          'Кировская область',
        ),
      ),
      { reporter: 'Антонов Иван Петрович' },
    ),
  );
  const journal = new JournalWriter(
    plan(questions, { roll: seats, establishedSeats: members }),
    '2021-06-25T06:30:00.000Z',
  );
  journal
    .arrive('in-person', ...seats.slice(0, members - 3).map((seat) => seat.memberId))
    .record('m1', { type: 'session-opened' });
  questions.forEach(({ questionId }, index) => {
    const voters = seats.slice(0, members - 3).filter((_seat, seat) => (seat + index) % 17 !== 0);
    // One more for the first: no ties, the count is what is to be seen.
    journal.vote(questionId, {
      ballots: Object.fromEntries(
        voters.map(({ memberId }, seat) => [
          memberId,
          seat % 11 === 0
            ? side('abstain')
            : toNominee(`${questionId}-n${seat % 3 === 0 ? 1 : (seat % 6) + 1}`),
        ]),
      ),
    });
    journal.minutes(questionId, 'И.П. Антонов – о заявках.');
  });
  return journal.record('m1', { type: 'session-closed' }).entries;
}
