import type { ImportColumn, ImportKind } from '@open-ballot/shared/contract/import';

export const templateLanguages = ['ru', 'en'] as const;
export type TemplateLanguage = (typeof templateLanguages)[number];

interface ColumnNote {
  readonly example: string | number;
  readonly note: string;
}

interface TemplateText {
  readonly sheet: string;
  readonly exampleSheet: string;
  readonly columns: Readonly<Partial<Record<ImportColumn, ColumnNote>>>;
}

/** What a template says, with one example row and a note to each column. */
export const templateText: Readonly<Record<TemplateLanguage, Readonly<Record<ImportKind, TemplateText>>>> = {
  ru: {
    nominees: {
      sheet: 'Участники',
      exampleSheet: 'Пример',
      columns: {
        nomination: { example: 'Лучший МФЦ', note: 'Обязательно, если номинация не выбрана на экране' },
        category: { example: 'Крупные города', note: 'Если у номинации есть категории' },
        name: { example: 'МФЦ Первомайского района города Кирова', note: 'Обязательно' },
        organisation: { example: 'КОГАУ «МФЦ»', note: '' },
        region: { example: 'Кировская область', note: '' },
        priorScore: { example: 87.25, note: 'Число' },
        appliedAt: { example: '01.12.2020 09:30', note: 'Дата, можно со временем' },
        entrantId: {
          example: 'kirov-mfc',
          note: 'Одинаковый у одного заявителя в разных номинациях',
        },
        materials: { example: 'https://example.ru/kirov', note: 'Ссылка' },
      },
    },
    members: {
      sheet: 'Комиссия',
      exampleSheet: 'Пример',
      columns: {
        name: { example: 'Орлова Анна Петровна', note: 'Обязательно' },
        post: { example: 'директор департамента', note: '' },
        body: { example: 'Минэкономразвития России', note: '' },
        role: {
          example: 'председатель',
          note: 'Председатель, заместитель председателя, секретарь или член комиссии; пусто – член комиссии',
        },
        votes: { example: 'да', note: 'Да или нет; пусто – да' },
        email: { example: 'orlova@example.ru', note: 'Для приглашения письмом' },
        accountLogin: { example: '', note: 'Если вход уже создан; иначе оставьте пустым' },
      },
    },
  },
  en: {
    nominees: {
      sheet: 'Nominees',
      exampleSheet: 'Example',
      columns: {
        nomination: { example: 'Best service centre', note: 'Required unless chosen on the screen' },
        category: { example: 'Large cities', note: 'Where the nomination has categories' },
        name: { example: 'Service centre of Pervomaysky district, Kirov', note: 'Required' },
        organisation: { example: 'Kirov service centres', note: '' },
        region: { example: 'Kirov region', note: '' },
        priorScore: { example: 87.25, note: 'A number' },
        appliedAt: { example: '01.12.2020 09:30', note: 'dd.mm.yyyy, with or without a time' },
        entrantId: { example: 'kirov-mfc', note: 'The same for one entrant in several nominations' },
        materials: { example: 'https://example.org/kirov', note: 'A link' },
      },
    },
    members: {
      sheet: 'Commission',
      exampleSheet: 'Example',
      columns: {
        name: { example: 'Anna Orlova', note: 'Required' },
        post: { example: 'Head of department', note: '' },
        body: { example: 'Ministry of Economic Development', note: '' },
        role: { example: 'chair', note: 'Chair, deputy chair, secretary or member; empty is member' },
        votes: { example: 'yes', note: 'Yes or no; empty is yes' },
        email: { example: 'orlova@example.org', note: 'For an invitation by e-mail' },
        accountLogin: { example: '', note: 'Where the sign-in exists already; otherwise leave it empty' },
      },
    },
  },
};
