import { expect, it } from '@jest/globals';
import { JournalWriter } from '../../testing/journal-writer.ts';
import { motion, plan, ruleSet } from '../../testing/protocol-samples.ts';
import { documentTexts } from '../../testing/protocol-text.ts';
import { buildProtocol } from '../build-protocol.ts';

const textsOf = (commission: string): string[] => {
  const writer = new JournalWriter(
    plan([motion('q', 'О плане', 'Утвердить план')], {
      commission,
      rehearsal: true,
      ruleSet: { ...ruleSet, substitutes: true, allPresentSign: true },
    }),
    '2021-06-25T06:50:00.000Z',
  );
  writer.record('secretary:1', {
    type: 'substitute-appointed',
    memberId: 'm3',
    name: 'Петров Олег Иванович',
    mandate: 'доверенность № 7',
  });
  writer.arrive('in-person', 'm1', 'm2', 'm3').record('m1', { type: 'session-opened' });
  writer.record('m2', { type: 'dissent-filed', questionId: 'q', memberId: 'm2', text: 'Против.' });
  return documentTexts(buildProtocol(writer.entries, { version: '1' }));
};

it.each([
  ['Жюри', 'жюри'],
  ['Экспертный совет', 'совета'],
  ['Центральная конкурсная комиссия', 'комиссии'],
])('[1.2] the members of «%s» are called after it', (commission, genitive) => {
  const all = textsOf(commission).join('\n');
  for (const text of [
    `председатель ${genitive}`,
    `заместитель председателя ${genitive}`,
    `замещаемый член ${genitive} –`,
    `Из 9 членов ${genitive} `,
    `Член ${genitive} А.И. Белова: особое`,
    `Член ${genitive}\n`,
    `Лист регистрации членов ${genitive}`,
    `не являются решением ${genitive}.`,
  ])
    expect(all).toContain(text);
});
