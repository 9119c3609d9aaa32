import { describe, expect, it } from '@jest/globals';
import { JournalWriter } from '../testing/journal-writer.ts';
import { blockTexts, documentTexts } from '../testing/protocol-text.ts';
import {
  choice,
  motion,
  nominee,
  plan,
  ruleSet,
  side,
  smallSession,
  toNominee,
} from '../testing/protocol-samples.ts';
import { buildProtocol } from './build-protocol.ts';
import type { ProtocolDocument, QuestionPart, Table } from './document.ts';
import { gapsOf } from './gaps.ts';
import { replay } from '../rules/evolve.ts';
import { sha256Hex } from '../journal/chain.ts';

const issued = { version: '0.1.0', issued: { version: 1 } } as const;
const journal = smallSession();
const protocol = buildProtocol(journal, issued);

const part = (document: ProtocolDocument, number: number): QuestionPart => {
  const found = document.questions[number - 1];
  if (!found) throw new Error(`no question ${number}`);
  return found;
};
const votesOf = (number: number, document = protocol): string =>
  blockTexts(part(document, number).votes).join('\n');
const resolvedOf = (number: number, document = protocol): string[] =>
  blockTexts(part(document, number).resolved).slice(1);
const rollCallRow = (surname: string, document = protocol): readonly string[] => {
  const table = document.appendices
    .find(({ kind }) => kind === 'roll-call')
    ?.blocks.find((block): block is Table => block.type === 'table');
  return (table?.rows.find(({ cells }) => cells[1]?.startsWith(surname))?.cells ?? []).map((cell) =>
    cell.replaceAll('\u00A0', ' '),
  );
};

describe('the head of a protocol', () => {
  it('names body, commission, place, day of the session and number', () =>
    expect(blockTexts(protocol.header)).toEqual([
      'Министерство экономического развития Российской Федерации',
      'Центральная конкурсная комиссия',
      'ПРОТОКОЛ',
      'заседания центральной конкурсной комиссии Всероссийского конкурса «Лучший многофункциональный центр России»',
      'г. Москва',
      '25 июня 2021 г.',
      '№ 5',
    ]));

  it('[3.1] says the quorum in numbers', () =>
    expect(blockTexts(protocol.intro)).toContain(
      'Из 9 членов комиссии присутствуют 8. Кворум имеется (требуется не менее 5). Заседание правомочно.',
    ));

  it('lists those present by surname, and the absent with the reason', () => {
    const intro = blockTexts(protocol.intro);
    expect(intro).toContain('1. Абрамова-Кузнецова Е.П. – заместитель директора, Росреестр;');
    expect(intro).toContain('3. Ёлкин И.М. – эксперт, Аналитический центр (дистанционно; убытие – 10:03);');
    expect(intro).toContain('1. Дорохова Н.Ф. – начальник отдела, Минстрой России (командировка).');
    expect(intro).toContain(
      'Председательствующий – В.С. Орлов, заместитель Министра, Минэкономразвития России.',
    );
  });
});

describe('a session of two days', () => {
  const writer = new JournalWriter(
    plan([motion('q', 'О плане', 'Утвердить план')]),
    '2021-06-25T06:50:00.000Z',
  );
  writer.arrive('in-person', 'm1', 'm2', 'm3', 'm4', 'm5').record('m1', { type: 'session-opened' });
  writer.record('m1', { type: 'session-adjourned', reason: 'запрошены материалы' }).wait(24 * 60);
  writer
    .arrive('in-person', 'm2', 'm3', 'm4')
    .arrive('remote', 'm5', 'm6', 'm7')
    .record('secretary:1', { type: 'chair-passed', memberId: 'm2' });
  writer.record('m2', { type: 'session-opened' });
  const round = writer.openRound('q');
  for (const memberId of ['m2', 'm3', 'm4', 'm5', 'm6', 'm7']) writer.cast(round, memberId, side('for'));
  writer.closeRound('q', round).record('m2', { type: 'session-closed' });
  const document = buildProtocol(writer.entries, issued);
  const intro = blockTexts(document.intro);

  it('[1.4] prints the span of days, the break with its reason and both quorums', () => {
    expect(blockTexts(document.header)).toContain('25–26 июня 2021 г.');
    expect(intro).toContain(
      'Начало: 25 июня 2021 г., 09:50 (московское время, UTC+3); в 09:50 объявлен перерыв (запрошены материалы).',
    );
    expect(intro.filter((text) => text.includes('из 9 членов комиссии'))).toEqual([
      '25 июня 2021 г.: из 9 членов комиссии присутствовали 5. Кворум имеется (требуется не менее 5). Заседание правомочно.',
      '26 июня 2021 г.: из 9 членов комиссии присутствовали 6. Кворум имеется (требуется не менее 5). Заседание правомочно.',
    ]);
  });

  it('[1.2] names everyone who presided, and lets the last one sign', () => {
    expect(intro.filter((text) => text.startsWith('Председательствующий'))).toEqual([
      'Председательствующий – В.С. Орлов, заместитель Министра, Минэкономразвития России (25 июня 2021 г.).',
      'Председательствующий – А.И. Белова, директор департамента, Минэкономразвития России (26 июня 2021 г.).',
    ]);
    expect(blockTexts(document.signatures).slice(0, 2)).toEqual(['Председательствующий', 'А.И. Белова']);
  });

  it('lists who came on either day', () => {
    expect(intro).toContain(
      '5. Орлов В.С. – заместитель Министра, Минэкономразвития России, председатель комиссии (участие – 25 июня 2021 г.);',
    );
    expect(intro).toContain(
      '4. Мамедов Р.А. – заместитель начальника управления, МВД России (дистанционно; участие – 26 июня 2021 г.);',
    );
  });
});

describe('the questions', () => {
  it('a motion adopted by all is adopted unanimously', () => {
    expect(resolvedOf(1)).toEqual(['1.1. Утвердить повестку дня заседания.']);
    expect(votesOf(1)).toContain(
      'Результаты голосования: «за» – 8, «против» – 0, «воздержались» – 0. Решение принято единогласно.',
    );
  });

  it('a motion with votes against is adopted, not unanimously', () => {
    const writer = new JournalWriter(
      plan([motion('q', 'О плане', 'Утвердить план')]),
      '2021-06-25T06:50:00.000Z',
    );
    writer.arrive('in-person', 'm1', 'm2', 'm3', 'm4', 'm5').record('m1', { type: 'session-opened' });
    writer.vote('q', {
      ballots: { m1: side('for'), m2: side('for'), m3: side('against'), m4: side('abstain') },
    });
    const text = votesOf(1, buildProtocol(writer.entries, issued));
    expect(text).toContain(
      'Результаты голосования: «за» – 2, «против» – 1, «воздержались» – 1. Решение принято.',
    );
    expect(text).toContain('Не голосовали – 1: А.Л. Ким.');
  });

  it('names the winner of a nomination with the votes in a table', () => {
    expect(resolvedOf(2)).toEqual([
      '2.1. Признать победителем в номинации «Лучший МФЦ» (категория «МФЦ крупных городов»): МФЦ Первомайского района города Кирова (Кировская область).',
    ]);
    const table = part(protocol, 2).votes.find((block): block is Table => block.type === 'table');
    expect(table?.rows.map(({ cells }) => cells.slice(2))).toEqual([
      ['Кировская область', '5', 'победитель'],
      ['Воронежская область', '1', ''],
      ['Тюменская область', '0', ''],
    ]);
  });

  it('[5.6] [8.2] [8.5] keeps not voting, recusal and a ballot by hand apart', () => {
    expect(votesOf(2)).toContain('Не голосовали – 1: И.М. Ёлкин.');
    expect(votesOf(2)).toContain('П.А. Яковлев не участвовал(а) в голосовании (конфликт интересов).');
    expect(votesOf(2)).toContain('Голос внесён секретарём со слов члена комиссии – 1: О.В. Щукина.');
  });

  it('[7.2] explains a tie settled by the presiding member’s own vote', () => {
    expect(resolvedOf(3)[0]).toContain('Признать лауреатом');
    expect(resolvedOf(3)[1]).toBe('3.2. Направить поздравление Губернатору Иркутской области.');
    expect(votesOf(3)).toContain(
      'Решающим признан голос председательствующего (В.С. Орлов): МФЦ «Центральный» (Иркутская область).',
    );
  });

  it('[4.4] prints both votes of a runoff', () => {
    expect(votesOf(4)).toContain('Васильева Дарья Олеговна (Иркутская область). Проведена перебаллотировка.');
    expect(votesOf(4)).toContain('Перебаллотировка (голосование 2).');
    expect(resolvedOf(4)[0]).toContain('Климова Екатерина Андреевна');
  });

  it('[9.2] prints an annulled vote with its ground and gives its nominees no place', () => {
    expect(votesOf(5)).toContain(
      'Результаты этого голосования аннулированы. Основание: нарушение процедуры – голосование закрыто до объявления.',
    );
    const [annulled, revote] = part(protocol, 5).votes.filter(
      (block): block is Table => block.type === 'table',
    );
    expect(annulled?.columns.map(({ title }) => title)).toEqual(['№', 'Номинант', 'Регион', 'Итоговый балл']);
    expect(revote?.rows.map(({ cells }) => cells.at(-1))).toEqual(['I', 'II', '']);
  });

  it('[4.2] declares a nomination void, and an unreached question of a closed session undecided [1.4]', () => {
    expect(resolvedOf(6)).toEqual([
      '6.1. Номинация «Лучшая практика МФЦ» не состоялась (подана 1 заявка при необходимых 2). Голосование не проводилось.',
    ]);
    expect(resolvedOf(7)).toEqual(['7.1. Вопрос не рассматривался, решение не принято.']);
  });

  it('[3.4] a vote closed without quorum decides nothing', () => {
    const writer = new JournalWriter(
      plan([choice('q', 'Лучший МФЦ', [nominee('a', 'А', 'Р'), nominee('b', 'Б', 'Р')])]),
      '2021-06-25T06:50:00.000Z',
    );
    writer.arrive('in-person', 'm1', 'm2', 'm3', 'm4', 'm5').record('m1', { type: 'session-opened' });
    const round = writer.openRound('q');
    writer
      .cast(round, 'm1', toNominee('a'))
      .closeRound('q', round, false)
      .record('m1', { type: 'session-closed' });
    const document = buildProtocol(writer.entries, issued);
    expect(resolvedOf(1, document)).toEqual(['1.1. Решение не принято ввиду отсутствия кворума.']);
    expect(votesOf(1, document)).toContain('При закрытии голосования кворум отсутствовал.');
  });

  it('[7.2] prints a casting vote as an extra one', () => {
    const without = {
      roll: plan([]).roll.map((seat, index) => (index === 0 ? { ...seat, votes: false } : seat)),
    };
    const question = { ...motion('q', 'О плане', 'Утвердить план'), ties: ['casting-vote'] as const };
    const writer = new JournalWriter(plan([question], without), '2021-06-25T06:50:00.000Z');
    writer.arrive('in-person', 'm1', 'm2', 'm3', 'm4', 'm5').record('m1', { type: 'session-opened' });
    writer.vote('q', {
      ballots: { m2: side('for'), m3: side('for'), m4: side('against'), m5: side('against') },
    });
    writer.record('m1', { type: 'casting-vote-given', roundId: 'q-round-1', memberId: 'm1', choice: 'for' });
    const text = votesOf(1, buildProtocol(writer.entries, issued));
    expect(text).toContain(
      '«за» – 3 (в том числе решающий голос председательствующего), «против» – 2, «воздержались» – 0. Решение принято.',
    );
    expect(text).toContain(
      'До решающего голоса: «за» – 2, «против» – 2. Подан решающий голос председательствующего (В.С. Орлов): «за».',
    );
  });
});

describe('the appendices', () => {
  it('[8.5] [9.1] marks the roll call by hand, changed, recused, absent, not voted', () => {
    expect(rollCallRow('Щукина').slice(2, 5)).toEqual(['за', '№ 1; со слов', '№ 3']);
    expect(rollCallRow('Ким')[3]).toBe('№ 1; изм. 1');
    expect(rollCallRow('Яковлев')[3]).toBe('самоотвод');
    expect(rollCallRow('Ёлкин').slice(3, 9)).toEqual([
      'не голос.',
      '№ 3',
      'воздерж.',
      '№ 1',
      'не голос.',
      'отсутств.',
    ]);
    expect(rollCallRow('Дорохова').slice(2)).toEqual(Array.from({ length: 7 }, () => 'отсутств.'));
  });

  it('marks written and substituted ballots', () => {
    const rules = { ...ruleSet, substitutes: true, absentee: true };
    const writer = new JournalWriter(
      plan([motion('q', 'О плане', 'Утвердить план')], { ruleSet: rules }),
      '2021-06-25T06:50:00.000Z',
    );
    writer.record('secretary:1', {
      type: 'substitute-appointed',
      memberId: 'm2',
      name: 'Сидоров Олег Ильич',
      mandate: 'доверенность № 7',
    });
    writer.arrive('in-person', 'm1', 'm2', 'm3', 'm4', 'm5').record('m1', { type: 'session-opened' });
    writer.vote('q', {
      ballots: { m1: side('for'), m2: side('for'), m3: side('for'), m9: side('against') },
      basis: { m9: 'written' },
    });
    const document = buildProtocol(writer.entries, issued);
    expect(rollCallRow('Белова', document)[2]).toBe('за; замест.');
    expect(rollCallRow('Дорохова', document)[2]).toBe('против; письм.');
    expect(votesOf(1, document)).toContain('Письменный бюллетень – 1: Н.Ф. Дорохова (опросный лист № 3).');
    expect(votesOf(1, document)).toContain('О.И. Сидоров (член комиссии – А.И. Белова, доверенность № 7)');
  });

  it('[2.1] shows arrivals and departures', () => {
    const sheet = protocol.appendices
      .find(({ kind }) => kind === 'attendance')
      ?.blocks.find((block): block is Table => block.type === 'table');
    const row = sheet?.rows.find(({ cells }) => cells[1]?.startsWith('Ёлкин'));
    expect(row?.cells.slice(3)).toEqual(['дистанционно', '09:51', '10:03']);
  });

  it('holds score sheets with their summary, dissents and statements of recusal', () => {
    expect(protocol.appendices.map(({ kind }) => kind)).toEqual([
      'attendance',
      'roll-call',
      'score-sheets',
      'dissents',
      'recusals',
    ]);
    const texts = documentTexts(protocol);
    expect(texts).toContain('Прошу приложить особое мнение к протоколу.');
    expect(texts.join('\n')).toContain(
      'Основание: родственник работает в МФЦ города Тюмени (заявление от 25.06.2021).',
    );
    expect(texts).toContain(
      'Член комиссии И.М. Ёлкин: особое мнение по вопросу № 3 прилагается (приложение № 4).',
    );
  });
});

describe('the life of a protocol', () => {
  it('prints the head hash, the number of entries and the version', () => {
    const print = blockTexts(protocol.smallPrint).join();
    expect(print).toContain(`записей – ${journal.length}`);
    expect(print).toContain(journal.at(-1)?.hash ?? 'no hash');
    expect(print).toContain('0.1.0');
  });

  it('carries «ПРОЕКТ» until issued', () => {
    expect(protocol.watermark).toBeUndefined();
    expect(buildProtocol(journal, { version: '0.1.0' }).watermark).toBe('ПРОЕКТ');
  });

  it('[11.4] says on every page that a rehearsal is one', () => {
    const rehearsal = buildProtocol(smallSession({ rehearsal: true }), issued);
    expect(rehearsal.pageHeader).toMatch(/^УЧЕБНОЕ ЗАСЕДАНИЕ/);
    expect(blockTexts(rehearsal.header)).toContain('УЧЕБНОЕ ЗАСЕДАНИЕ');
    expect(protocol.pageHeader).toBeUndefined();
  });

  it('is the same document for the same journal', () =>
    expect(buildProtocol(journal, issued)).toEqual(protocol));

  it('[13.2] names missing texts by question and field', () => {
    expect(gapsOf(journal)).toEqual([]);
    const writer = new JournalWriter(
      plan([
        motion('q', 'О плане', 'Утвердить план'),
        { ...motion('r', 'О смете', 'Утвердить смету'), reporter: 'Ким Александр Львович' },
        motion('s', 'О разном', 'Принять к сведению'),
      ]),
      '2021-06-25T06:50:00.000Z',
    );
    writer.arrive('in-person', 'm1', 'm2', 'm3', 'm4', 'm5').record('m1', { type: 'session-opened' });
    for (const questionId of ['q', 'r']) writer.vote(questionId, { ballots: { m1: side('for') } });
    const fields = (entries = writer.entries) =>
      gapsOf(entries).map(({ questionId, field }) => `${questionId}.${field}`);
    expect(fields()).toEqual(['q.reported', 'q.discussed', 'r.discussed']);
    expect(gapsOf(replay(writer.entries, sha256Hex))).toEqual(gapsOf(writer.entries));
    expect(documentTexts(buildProtocol(writer.entries, { version: '1' }))).toContain('[текст не заполнен]');
    writer.minutes('q', 'А.Л. Ким – о плане.').minutes('r', '  ', 'Выступлений не было.');
    writer.minutes('s', 'Доклад перенесён.', ' ');
    expect(fields()).toEqual([]);
    const texts = documentTexts(buildProtocol(writer.entries, { version: '1' }));
    expect(texts).toContain('Доклад перенесён.');
    expect(texts).not.toContain('[текст не заполнен]');
  });

  it('refuses an empty journal', () => expect(() => buildProtocol([], issued)).toThrow(RangeError));
});

describe('a title that was written as a sentence', () => {
  const titled = new JournalWriter(
    plan([
      {
        ...choice('q', 'Лучший МФЦ', [nominee('a', 'МФЦ № 1', '')]),
        title: 'Об итогах конкурса.',
        reporter: 'Белова Анна Ильинична',
        kind: 'rank',
        parameters: { points: ['5'] },
      },
      motion('r', 'О плане на 2021 г.', 'Утвердить план'),
    ]),
    '2021-06-25T06:50:00.000Z',
  );
  titled.arrive('in-person', 'm1', 'm2', 'm3', 'm4', 'm5').record('m1', { type: 'session-opened' });
  titled.vote('q', { ballots: { m1: { places: ['a'] } } }).vote('r', { ballots: { m1: side('for') } });
  const texts = documentTexts(buildProtocol(titled.entries, { version: '1' }));

  it('heads its question, its score sheets and СЛУШАЛИ without the stop', () => {
    expect(texts).toContain('1. Об итогах конкурса');
    expect(texts).toContain('Вопрос 1. Об итогах конкурса');
    expect(texts).toContain('А.И. Белова – доклад по вопросу «Об итогах конкурса».');
  });

  it('keeps the stop of a word cut short', () => expect(texts).toContain('2. О плане на 2021 г.'));

  it('nor is one lost or doubled in what was written beside it', () => {
    const title = 'О победителе за 2021 г.';
    const writer = new JournalWriter(
      plan([{ ...choice('q', 'Лучший МФЦ', [nominee('a', 'МФЦ № 1', '')]), title }]),
      '2021-06-25T06:50:00.000Z',
    );
    const date = 'от 25 июня 2021 г.';
    writer.record('secretary:1', {
      type: 'attendance-marked',
      memberId: 'm9',
      attendance: 'absent',
      reason: `отпуск, приказ ${date}`,
    });
    writer.record('secretary:1', {
      type: 'deadline-extended',
      moment: '2021-07-30T21:00:00.000Z',
      document: `приказ ${date}`,
    });
    writer.arrive('in-person', 'm1', 'm2', 'm3', 'm4', 'm5').record('m1', { type: 'session-opened' });
    writer.record('m2', { type: 'member-recused', questionId: 'q', memberId: 'm2' });
    writer.record('m2', {
      type: 'recusal-explained',
      questionId: 'q',
      memberId: 'm2',
      reason: `заявление ${date}`,
    });
    writer.record('secretary:1', {
      type: 'nominee-withdrawn',
      questionId: 'q',
      nomineeId: 'a',
      reason: `письмо ${date}`,
    });
    writer.record('secretary:1', { type: 'question-voided', questionId: 'q', reason: `письмо ${date}` });
    const printed = documentTexts(buildProtocol(writer.entries, { version: '1' })).join('\n');
    expect(printed).toContain(`(отпуск, приказ ${date});`);
    expect(printed).toContain(`(основание: приказ ${date}).`);
    expect(printed).toContain(`вопрос 1. ${title} Основание: заявление ${date}\n`);
    expect(printed).toContain(`снята с рассмотрения: письмо ${date}\n`);
    expect(printed).toContain(`не состоялась (письмо ${date}). Голосование не проводилось.`);
  });
});
