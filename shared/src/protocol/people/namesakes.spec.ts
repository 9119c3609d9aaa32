import { expect, it } from '@jest/globals';
import { JournalWriter } from '../../testing/journal-writer.ts';
import { choice, nominee, plan, roll, ruleSet, toNominee } from '../../testing/protocol-samples.ts';
import { documentTexts } from '../../testing/protocol-text.ts';
import { buildProtocol } from '../build-protocol.ts';
import { buildExtract } from '../extract.ts';
import { minutesTemplate } from '../minutes-template.ts';
import { buildSheets } from '../sheets/sheets.ts';

const names = ['Иванов Иван Петрович', 'Иванов Игорь Павлович', 'Зуев Олег Львович'];
const members = roll.slice(0, 3).map((seat, index) => ({ ...seat, name: names[index] ?? seat.name }));
const nominees = [nominee('a', 'МФЦ Кирова', ''), nominee('b', 'МФЦ Тюмени', '')];
const writer = new JournalWriter(
  plan([{ ...choice('q', 'Лучший МФЦ', nominees), reporter: 'Иванов Игорь Павлович' }], {
    roll: members,
    secretaryName: 'Иванов Илья Платонович',
    ruleSet: { ...ruleSet, ties: ['own-vote'], allPresentSign: true },
  }),
  '2021-06-25T06:50:00.000Z',
);
writer.arrive('in-person', 'm1', 'm2', 'm3').record('m1', { type: 'session-opened' });
writer.record('m3', { type: 'member-recused', questionId: 'q', memberId: 'm3' });
writer.vote('q', { ballots: { m1: toNominee('a'), m2: toNominee('b') } });
writer.record('m2', { type: 'dissent-filed', questionId: 'q', memberId: 'm2', text: 'Против.' });

it('members of one surname and initials are written out wherever they are named', () => {
  const document = buildProtocol(writer.entries, { version: '1' });
  const extract = buildExtract(writer.entries, 'q', { version: '1', issued: { version: 1 } });
  const texts = documentTexts(document).map((text) => text.replaceAll('\u00A0', ' '));
  const attendance = names.slice(0, 2);
  const rollCall = names.slice(0, 2);
  const signatures = [...names.slice(0, 2), 'Иванов Илья Платонович'];
  expect(texts.filter((text) => text.includes('Иванов'))).toEqual([
    'Председательствующий – Иванов Иван Петрович, заместитель Министра, Минэкономразвития России.',
    'Секретарь – Иванов Илья Платонович.',
    '2. Иванов Иван Петрович – заместитель Министра, Минэкономразвития России, председатель комиссии;',
    '3. Иванов Игорь Павлович – директор департамента, Минэкономразвития России, заместитель председателя комиссии.',
    '1. О победителе в номинации «Лучший МФЦ» (докладчик – Иванов Игорь Павлович).',
    'Иванов Игорь Павлович – доклад по вопросу «О победителе в номинации „Лучший МФЦ“».',
    'Равный результат у номинантов: МФЦ Кирова; МФЦ Тюмени. Решающим признан голос председательствующего (Иванов Иван Петрович): МФЦ Кирова.',
    'Член комиссии Иванов Игорь Павлович: особое мнение по вопросу № 1 прилагается (приложение № 3).',
    ...signatures,
    ...attendance,
    ...rollCall,
    'Иванов Игорь Павлович, вопрос 1. О победителе в номинации «Лучший МФЦ»',
  ]);
  expect(
    texts.filter((text) => /Зуев/.test(text)).every((text) => /О\.Л\. Зуев|Зуев О\.Л\./.test(text)),
  ).toBe(true);
  expect(JSON.stringify(extract?.signatures)).toContain('Иванов Илья Платонович');
  expect(minutesTemplate(writer.session, writer.session.questions[0]!).reported).toContain(
    'Иванов Игорь Павлович\u00A0– доклад по вопросу',
  );
  const workbook = JSON.stringify(buildSheets(writer.entries, { version: '1' })[1]);
  for (const name of names.slice(0, 2)) expect(workbook).toContain(name);
});
