import { describe, expect, it } from '@jest/globals';
import type { SessionPlan } from '../rules/session.ts';
import { JournalWriter } from '../testing/journal-writer.ts';
import { choice, motion, plan, roll, ruleSet, side } from '../testing/protocol-samples.ts';
import { blockTexts } from '../testing/protocol-text.ts';
import { agendaBlocks, headerBlocks, introBlocks } from './header.ts';
import type { LongLists } from './people/people-lists.ts';
import { recordOf } from './session-record.ts';

const questions = [
  motion('q', 'О плане на 2021 г.', 'Утвердить план'),
  motion('r', 'О смете.', 'Утвердить смету'),
  motion('s', 'О разном', 'Принять к сведению'),
];

const convened = (startsAt: string, more: Partial<SessionPlan> = {}): JournalWriter =>
  new JournalWriter(plan(questions, more), startsAt);

const five = ['m1', 'm2', 'm3', 'm4', 'm5'];
const introOf = ({ entries }: JournalWriter, longLists: LongLists = 'appended'): string[] =>
  blockTexts(introBlocks(recordOf(entries), longLists));
const dateOf = ({ entries }: JournalWriter): string | undefined =>
  blockTexts(headerBlocks(recordOf(entries))).at(-2);
const starting = (texts: readonly string[], start: string): string[] =>
  texts.filter((text) => text.startsWith(start));
const named = (texts: readonly string[], name: string): string[] =>
  texts.filter((text) => new RegExp(`^\\d+\\. ${name}`).test(text));

describe('the day of a protocol', () => {
  it('is the day on which the commission sat, whatever was planned', () => {
    const writer = convened('2021-06-26T06:50:00.000Z').arrive('in-person', ...five);
    writer.record('m1', { type: 'session-opened' }).wait(30).record('m1', { type: 'session-closed' });
    expect(dateOf(writer)).toBe('26 июня 2021 г.');
    expect(starting(introOf(writer), 'Начало')).toEqual([
      'Начало: 09:50; окончание: 10:20 (московское время, UTC+3).',
    ]);
  });

  it('is two days where it sat past midnight', () => {
    const writer = convened('2021-06-26T20:30:00.000Z').arrive('in-person', ...five);
    writer.record('m1', { type: 'session-opened' }).wait(60).record('m1', { type: 'session-closed' });
    expect(dateOf(writer)).toBe('26–27 июня 2021 г.');
    expect(starting(introOf(writer), 'Начало')).toEqual([
      'Начало: 26 июня 2021 г., 23:30; окончание: 27 июня 2021 г., 00:30 (московское время, UTC+3).',
    ]);
  });

  it('is the day it is convened for before the opening', () =>
    expect(dateOf(convened('2021-06-20T06:50:00.000Z'))).toBe('25 июня 2021 г.'));
});

describe('the sittings', () => {
  it('[1.4] the second one is a resumption', () => {
    const writer = convened('2021-06-25T06:50:00.000Z').arrive('in-person', ...five);
    writer.record('m1', { type: 'session-opened' }).wait(25);
    writer.record('m1', { type: 'session-adjourned', reason: 'нужны материалы.' }).wait(3 * 24 * 60 - 25);
    writer.arrive('in-person', ...five).record('m1', { type: 'session-opened' });
    expect(introOf(writer).slice(1, 3)).toEqual([
      'Начало: 25 июня 2021 г., 09:50 (московское время, UTC+3); в 10:15 объявлен перерыв (нужны материалы).',
      'Возобновлено: 28 июня 2021 г., 09:51 (московское время, UTC+3).',
    ]);
  });

  it('[1.4] a break past midnight is given with its day', () => {
    const writer = convened('2021-06-25T20:30:00.000Z').arrive('in-person', ...five);
    writer.record('m1', { type: 'session-opened' }).wait(60);
    writer.record('m1', { type: 'session-adjourned', reason: 'Перерыв до утра.' });
    expect(starting(introOf(writer), 'Начало')).toEqual([
      'Начало: 25 июня 2021 г., 23:30 (московское время, UTC+3); 26 июня 2021 г. в 00:30 объявлен перерыв (Перерыв до утра).',
    ]);
  });

  it('[11.2] a deadline moved either way is moved to a day', () => {
    const writer = convened('2021-06-25T06:50:00.000Z');
    for (const moment of ['2021-06-30T21:30:00.000Z', '2021-06-30T20:45:00.000Z'])
      writer.record('m1', { type: 'deadline-extended', moment, document: 'приказ № 12.' });
    expect(starting(introOf(writer), 'Срок')).toEqual([
      'Срок подведения итогов перенесён на 1 июля 2021 г., 00:30 (основание: приказ № 12).',
      'Срок подведения итогов перенесён на 30 июня 2021 г., 23:45 (основание: приказ № 12).',
    ]);
  });

  it('[1.1] in person with a member over the link is mixed', () => {
    const formOf = (writer: JournalWriter): string | undefined => introOf(writer)[0];
    const planned = (form: SessionPlan['form']): JournalWriter =>
      convened('2021-06-25T06:50:00.000Z', { form }).arrive('in-person', ...five);
    expect(formOf(planned('in-person').record('m1', { type: 'session-opened' }))).toBe(
      'Форма заседания: очная.',
    );
    expect(formOf(planned('in-person').arrive('remote', 'm6').record('m1', { type: 'session-opened' }))).toBe(
      'Форма заседания: очная с дистанционным участием (видео-конференц-связь).',
    );
    expect(formOf(planned('videoconference').arrive('remote', 'm6'))).toBe(
      'Форма заседания: в режиме видео-конференц-связи.',
    );
  });

  it('[1.4] two on one day are told apart by their hours', () => {
    const writer = convened('2021-06-25T06:50:00.000Z').arrive('in-person', ...five, 'm6');
    writer.record('m1', { type: 'session-opened' }).wait(25);
    writer.record('m1', { type: 'session-adjourned', reason: 'обед' }).wait(60);
    writer.arrive('in-person', ...five).record('m1', { type: 'session-opened' });
    writer.wait(30).record('m1', { type: 'session-closed' });
    const intro = introOf(writer);
    expect(starting(intro, '09:50–10:16: из 9')).toHaveLength(1);
    expect(starting(intro, '11:16–11:46: из 9')).toHaveLength(1);
    expect(named(intro, 'Мамедов')[0]).toContain('(участие – 09:50–10:16)');
    expect(named(intro, 'Ким')[0]).toMatch(/Социальный фонд России;$/);
  });

  it('[1.2] one line for everyone who presided, with the hours', () => {
    const writer = convened('2021-06-25T06:50:00.000Z').arrive('in-person', ...five);
    writer.record('m1', { type: 'session-opened' }).wait(5);
    writer.record('m1', { type: 'chair-passed', memberId: 'm2' }).wait(15);
    writer.record('m2', { type: 'chair-passed', memberId: 'm1' }).wait(5);
    writer.record('m1', { type: 'session-closed' });
    expect(starting(introOf(writer), 'Председательствующий')).toEqual([
      'Председательствующий – В.С. Орлов, заместитель Министра, Минэкономразвития России (до 09:55; с 10:11).',
      'Председательствующий – А.И. Белова, директор департамента, Минэкономразвития России (09:55–10:11).',
    ]);
  });

  it('[1.2] no hours where one member presided all the time', () => {
    const writer = convened('2021-06-25T06:50:00.000Z').arrive('in-person', ...five);
    writer.record('m1', { type: 'session-opened' });
    expect(starting(introOf(writer), 'Председательствующий')).toEqual([
      'Председательствующий – В.С. Орлов, заместитель Министра, Минэкономразвития России.',
    ]);
  });
});

describe('those present and absent', () => {
  const opened = (more: Partial<SessionPlan> = {}): JournalWriter =>
    convened('2021-06-25T06:50:00.000Z', more)
      .arrive('in-person', ...five)
      .record('m1', { type: 'session-opened' });

  it('[1.2] are named with their role on the commission', () => {
    const intro = introOf(opened());
    expect(named(intro, 'Орлов')).toEqual([
      '4. Орлов В.С. – заместитель Министра, Минэкономразвития России, председатель комиссии;',
    ]);
    expect(named(intro, 'Белова')[0]).toContain('России, заместитель председателя комиссии;');
    expect(named(intro, 'Яковлев')).toEqual(['5. Яковлев П.А. – начальник управления, ФНС России.']);
  });

  it('without a reason an absent member stands without brackets', () =>
    expect(named(introOf(opened()), 'Ёлкин')).toEqual(['2. Ёлкин И.М. – эксперт, Аналитический центр;']));

  it('a secretary with a seat is one line of the list', () => {
    const seats = roll.map((seat) =>
      seat.memberId === 'm3' ? { ...seat, role: 'secretary' as const } : seat,
    );
    const intro = introOf(opened({ roll: seats, secretaryId: 'm3' }));
    expect(starting(intro, 'Секретарь')).toEqual(['Секретарь – Е.П. Абрамова-Кузнецова.']);
    expect(named(intro, 'Абрамова')).toEqual([
      '1. Абрамова-Кузнецова Е.П. – заместитель директора, Росреестр, секретарь комиссии;',
    ]);
  });

  it('[2.1] late arrivals and early departures are said, and the quorum is of the opening', () => {
    const writer = opened().wait(10).arrive('in-person', 'm6', 'm7').wait(5);
    writer.record('secretary:1', { type: 'attendance-marked', memberId: 'm5', attendance: 'left' }).wait(5);
    writer.record('m1', { type: 'session-closed' });
    const intro = introOf(writer);
    expect(named(intro, 'Мамедов')[0]).toMatch(/\(прибытие – 10:00\);$/);
    expect(named(intro, 'Ким')[0]).toMatch(/\(убытие – 10:06\);$/);
    expect(starting(intro, 'На момент открытия')).toEqual([
      'На момент открытия из 9 членов комиссии присутствовали 5. Кворум имеется (требуется не менее 5). Заседание правомочно.',
    ]);
  });

  it('[2.1] who is marked between two sittings was at none of them', () => {
    const writer = opened().wait(10).record('m1', { type: 'session-adjourned', reason: 'обед' });
    writer.wait(30).arrive('in-person', 'm1', 'm6');
    const intro = introOf(writer);
    expect(named(intro, 'Орлов')).toEqual([
      '4. Орлов В.С. – заместитель Министра, Минэкономразвития России, председатель комиссии;',
    ]);
    expect(intro.indexOf(named(intro, 'Мамедов')[0] ?? '')).toBeGreaterThan(intro.indexOf('Отсутствовали:'));
  });

  it('[8.1] whoever only sent a written ballot is absent with it', () => {
    const writer = opened();
    writer.vote('r', { ballots: { m8: side('for') }, basis: { m8: 'written' } });
    writer.vote('s', {
      ballots: { m8: side('for'), m9: side('for') },
      basis: { m8: 'written', m9: 'written' },
    });
    writer.record('secretary:1', {
      type: 'attendance-marked',
      memberId: 'm9',
      attendance: 'absent',
      reason: 'Отпуск.',
    });
    const intro = introOf(writer);
    expect(named(intro, 'Ёлкин')[0]).toMatch(/центр \(письменные бюллетени по вопросам 2, 3\);$/);
    expect(named(intro, 'Дорохова')[0]).toMatch(/\(Отпуск; письменный бюллетень по вопросу 3\);$/);
  });

  it('[3.1] a chair without a vote is not counted among those with one', () => {
    const seats = roll.map((seat) => ({ ...seat, votes: seat.memberId !== 'm1' }));
    const intro = introOf(opened({ roll: seats }));
    expect(starting(intro, 'Из 8')[0]).toMatch(/^Из 8 членов комиссии с правом голоса присутствуют 4\. /);
  });

  it('[8.3] the secretary is the substitute who sat in the secretary’s seat', () => {
    const writer = convened('2021-06-25T06:50:00.000Z', { secretaryId: 'm5' }).record('secretary:1', {
      type: 'substitute-appointed',
      memberId: 'm5',
      name: 'Сидоров Олег Ильич',
      mandate: 'доверенность № 7',
    });
    writer.arrive('in-person', ...five).record('m1', { type: 'session-opened' });
    expect(starting(introOf(writer), 'Секретарь')).toEqual(['Секретарь – О.И. Сидоров.']);
  });

  it('[8.3] so it is where the secretary is known by the role alone', () => {
    const seats = roll.map((seat) =>
      seat.memberId === 'm5' ? { ...seat, role: 'secretary' as const } : seat,
    );
    const { secretaryName: _name, ...nobody } = plan(questions, { roll: seats });
    const writer = new JournalWriter(nobody, '2021-06-25T06:50:00.000Z').record('secretary:1', {
      type: 'substitute-appointed',
      memberId: 'm5',
      name: 'Сидоров Олег Ильич',
      mandate: 'доверенность № 7',
    });
    writer.arrive('in-person', ...five).record('m1', { type: 'session-opened' });
    expect(starting(introOf(writer), 'Секретарь')).toEqual(['Секретарь – О.И. Сидоров.']);
  });

  it('guests with a post are shortened too', () =>
    expect(
      starting(
        introOf(opened({ invited: ['Иванова Анна Петровна, эксперт', 'Смирнов Пётр Ильич'] })),
        'Приг',
      ),
    ).toEqual(['Приглашённые: А.П. Иванова, эксперт; П.И. Смирнов.']));

  it('[2.1] going over to the link is neither', () => {
    const writer = opened().wait(10).arrive('remote', 'm5');
    expect(named(introOf(writer), 'Ким')[0]).toMatch(/фонд России \(очно, затем дистанционно\);$/);
  });

  it('[2.1] who left before the opening was not there', () => {
    const writer = convened('2021-06-25T06:50:00.000Z').arrive('in-person', ...five, 'm6');
    writer.record('secretary:1', { type: 'attendance-marked', memberId: 'm6', attendance: 'left' });
    writer.record('m1', { type: 'session-opened' });
    const intro = introOf(writer);
    expect(intro.indexOf(named(intro, 'Мамедов')[0] ?? '')).toBeGreaterThan(intro.indexOf('Отсутствовали:'));
  });

  it('[8.3] the substitute is present, the member absent', () => {
    const writer = convened('2021-06-25T06:50:00.000Z', { ruleSet: { ...ruleSet, substitutes: true } });
    writer.record('secretary:1', {
      type: 'substitute-appointed',
      memberId: 'm2',
      name: 'Сидоров Олег Ильич',
      mandate: 'доверенность № 7',
    });
    writer.arrive('in-person', ...five, 'm6').record('m1', { type: 'session-opened' });
    const intro = introOf(writer);
    expect(named(intro, 'Сидоров')).toEqual([
      '5. Сидоров О.И. – замещающее лицо (доверенность № 7), замещаемый член комиссии – А.И. Белова, ' +
        'директор департамента, Минэкономразвития России, заместитель председателя комиссии;',
    ]);
    expect(named(intro, 'Белова')).toEqual([
      '1. Белова А.И. – директор департамента, Минэкономразвития России, заместитель председателя комиссии ' +
        '(замещающее лицо – О.И. Сидоров);',
    ]);
    expect(intro).toContain(
      'Из 9 членов комиссии участвуют 6, в кворум засчитаны 5 (участие замещающих лиц не учитывается). ' +
        'Кворум имеется (требуется не менее 5). Заседание правомочно.',
    );
  });

  it('[3.1] counts members who take part through a substitute as such', () => {
    const counts = ['in-person', 'substitute'] as const;
    const rules = { ...ruleSet, substitutes: true, quorum: { ...ruleSet.quorum, counts } };
    const writer = convened('2021-06-25T06:50:00.000Z', { ruleSet: rules }).record('secretary:1', {
      type: 'substitute-appointed',
      memberId: 'm2',
      name: 'Сидоров Олег Ильич',
      mandate: 'доверенность № 7',
    });
    writer.arrive('in-person', ...five).record('m1', { type: 'session-opened' });
    expect(starting(introOf(writer), 'Из 9')).toEqual([
      'Из 9 членов комиссии участвуют 5, в том числе через замещающих лиц – 1. ' +
        'Кворум имеется (требуется не менее 5). Заседание правомочно.',
    ]);
  });

  it('[8.3] the substitute in the presiding seat is who presided', () => {
    const writer = convened('2021-06-25T06:50:00.000Z').record('secretary:1', {
      type: 'substitute-appointed',
      memberId: 'm1',
      name: 'Сидоров Олег Ильич',
      mandate: 'доверенность № 7',
    });
    writer.arrive('in-person', ...five).record('m1', { type: 'session-opened' });
    expect(starting(introOf(writer), 'Председательствующий')).toEqual([
      'Председательствующий – О.И. Сидоров, замещающее лицо (доверенность № 7), замещаемый член комиссии – ' +
        'В.С. Орлов, заместитель Министра, Минэкономразвития России, председатель комиссии.',
    ]);
  });

  it('more than ten stand in the appendix, where the document has one', () => {
    const more = Array.from({ length: 6 }, (_each, index) => ({
      ...roll[8]!,
      memberId: `n${index}`,
      name: `Гость-${'АБВГДЕ'.charAt(index)}ин Пётр Петрович`,
    }));
    const writer = opened({ roll: [...roll, ...more] }).arrive(
      'in-person',
      ...more.map(({ memberId }) => memberId),
    );
    expect(starting(introOf(writer), 'Присутствовали')).toEqual([
      'Присутствовали: 11 человек (список прилагается, приложение № 1).',
    ]);
    expect(starting(introOf(writer, 'left-out'), 'Присутствовали')).toEqual(['Присутствовали: 11 человек.']);
  });

  it('[8.3] a substitute who did not come is not named', () => {
    const writer = convened('2021-06-25T06:50:00.000Z').record('secretary:1', {
      type: 'substitute-appointed',
      memberId: 'm9',
      name: 'Сидоров Олег Ильич',
      mandate: 'доверенность № 7',
    });
    writer.arrive('in-person', ...five).record('m1', { type: 'session-opened' });
    expect(introOf(writer).join('\n')).not.toContain('Сидоров');
  });

  it('[2.2] who voted and was marked absent later was there until then', () => {
    const writer = opened().arrive('in-person', 'm8');
    writer.vote('q', { ballots: { m8: side('for') } }).wait(2);
    writer.record('secretary:1', {
      type: 'attendance-marked',
      memberId: 'm8',
      attendance: 'absent',
      reason: 'ошибка отметки',
    });
    const intro = introOf(writer);
    expect(named(intro, 'Ёлкин')).toEqual([
      '3. Ёлкин И.М. – эксперт, Аналитический центр (прибытие – 09:50; убытие – 09:53);',
    ]);
    expect(intro.join('\n')).not.toContain('ошибка отметки');
  });

  it('[3.1] says why fewer count for the quorum than take part', () => {
    const rules = { ...ruleSet, quorum: { ...ruleSet.quorum, counts: ['in-person'] as const } };
    const writer = convened('2021-06-25T06:50:00.000Z', { ruleSet: rules }).arrive('in-person', ...five);
    writer.arrive('remote', 'm6', 'm7').record('m1', { type: 'session-opened' });
    expect(introOf(writer)).toContain(
      'Из 9 членов комиссии участвуют 7, в кворум засчитаны 5 (дистанционное участие не учитывается). ' +
        'Кворум имеется (требуется не менее 5). Заседание правомочно.',
    );
  });

  it('namesakes of one whole name are written out beside a third with their initials', () => {
    const names: Readonly<Record<string, string>> = {
      m1: 'Ким Александр Львович',
      m2: 'Ким Алексей Львович',
    };
    const seats = roll.map((seat) => ({ ...seat, name: names[seat.memberId] ?? seat.name }));
    expect(named(introOf(opened({ roll: seats })), 'Ким').map((text) => text.split(' – ')[0])).toEqual([
      '2. Ким Александр Львович',
      '3. Ким Александр Львович',
      '4. Ким Алексей Львович',
    ]);
  });

  it('namesakes carry their post in brackets only where it does not stand beside', () => {
    const seats = roll.map((seat) =>
      seat.memberId === 'm5' ? { ...seat, name: 'Орлов Виктор Сергеевич' } : seat,
    );
    const intro = introOf(opened({ roll: seats }));
    expect(named(intro, 'Орлов')).toEqual([
      '3. Орлов В.С. – заместитель Министра, Минэкономразвития России, председатель комиссии;',
      '4. Орлов В.С. – советник, Социальный фонд России;',
    ]);
  });
});

it('the agenda tells two categories of one title apart', () => {
  const one = { ...choice('a', 'Лучший МФЦ', []), category: 'К1', reporter: 'Орлов Виктор Сергеевич' };
  const two = { ...one, questionId: 'b', category: 'К2', reporter: '' };
  const three = { ...two, questionId: 'c', title: 'О победителе в категории «К2».' };
  const { entries } = new JournalWriter(plan([one, two, three]), '2021-06-25T06:50:00.000Z');
  expect(blockTexts(agendaBlocks(recordOf(entries))).slice(1)).toEqual([
    '1. О победителе в номинации «Лучший МФЦ» (категория «К1»; докладчик – В.С. Орлов);',
    '2. О победителе в номинации «Лучший МФЦ» (категория «К2»);',
    '3. О победителе в категории «К2».',
  ]);
});

it('the agenda is one sentence', () =>
  expect(blockTexts(agendaBlocks(recordOf(convened('2021-06-25T06:50:00.000Z').entries))).slice(1)).toEqual([
    '1. О плане на 2021 г.;',
    '2. О смете;',
    '3. О разном.',
  ]));

it('without questions there is no agenda to head', () => {
  const { entries } = new JournalWriter(plan([]), '2021-06-25T06:50:00.000Z');
  expect(agendaBlocks(recordOf(entries))).toEqual([]);
});
