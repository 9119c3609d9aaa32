import {
  type ColumnMeaning,
  columnMeanings,
  importColumns,
  type ImportColumn,
  type ImportKind,
} from '@open-ballot/shared/contract/import';
import { phrasesMatcher } from './phrases.ts';
import { type Cell, textOf } from './table.ts';

/** Titles of columns that lists have and a contest does not keep; the first ones number the rows. */
const unread = {
  number: ['№', '№ п/п', 'п/п', 'Номер', 'Номер по порядку', 'Порядковый номер', 'No', '#', 'N п/п'],
  other: [
    ...['Телефон', 'Тел', 'Контактный телефон', 'Мобильный телефон', 'Рабочий телефон', 'Phone', 'Mobile'],
    ...['Контакты', 'Контактные данные', 'Контактная информация', 'Контактное лицо', 'Contact', 'Contacts'],
    ...['Примечание', 'Прим', 'Комментарий', 'Заметки', 'Note', 'Notes', 'Remarks', 'Comment'],
    ...['Подпись', 'Личная подпись', 'Signature', 'Адрес', 'Почтовый адрес', 'Address', 'Город', 'City'],
    ...['Дата рождения', 'Год рождения', 'Возраст', 'Пол', 'Паспорт', 'СНИЛС', 'ИНН', 'ОГРН', 'КПП'],
    ...['Образование', 'Стаж', 'Стаж работы', 'Учёная степень', 'Звание', 'Учёное звание', 'Документ'],
    ...['Место', 'Занятое место', 'Рейтинг', 'Ранг', 'Статус заявки', 'Результат', 'Rank', 'Place'],
  ],
} as const;
type UnreadMeaning = keyof typeof unread;

/** Of members it is read, of nominees it is not. */
const email = [
  ...(['Электронная почта', 'E-mail', 'Почта', 'Эл почта', 'Адрес электронной почты', 'Email'] as const),
  ...['Mail', 'Адрес эл почты', 'E-mail address'],
] as const;

/** How a column is called in the template, in both languages, and what else people write above it. */
type Titles = readonly [russian: string, english: string, ...others: readonly string[]];

const nameParts = {
  surname: ['Фамилия', 'Surname', 'Last name', 'Family name'],
  givenName: ['Имя', 'Given name', 'First name', 'Forename', 'Имя, отчество', 'Инициалы', 'И.О.'],
  patronymic: ['Отчество', 'Patronymic', 'Отчество при наличии', 'Middle name'],
} as const;

const person = [
  ...['ФИО', 'Ф.И.О.', 'Фамилия, имя, отчество', 'Фамилия имя отчество при наличии', 'Фамилия и имя'],
  ...['Фамилия, инициалы', 'Фамилия и инициалы', 'Фамилия И.О.', 'ФИО полностью', 'Full name'],
] as const;

const nomineeTitles = {
  nomination: ['Номинация', 'Nomination', 'Название номинации', 'Наименование номинации'],
  category: ['Категория', 'Category', 'Подноминация', 'Группа', 'Категория номинации'],
  name: [
    ...([
      'Участник',
      'Nominee',
      'Наименование',
      'Название',
      'Название или имя',
      'Имя',
      'Имя участника',
    ] as const),
    ...['Номинант', 'Конкурсант', 'Заявитель', 'Соискатель', 'Претендент', 'Кандидат', 'Объект', 'Проект'],
    ...['Наименование проекта', 'Название проекта', 'Наименование практики', 'Название работы', 'Работа'],
    ...['Наименование МФЦ', 'МФЦ', 'Наименование объекта', 'Автор', 'Команда', 'Коллектив', ...person],
    ...['Name', 'Name or title', 'Title', 'Participant', 'Entrant', 'Contestant', 'Candidate', 'Project'],
  ],
  organisation: [
    ...(['Организация', 'Organisation', 'Organization', 'Учреждение', 'Предприятие', 'Компания'] as const),
    ...['Место работы', 'Юридическое лицо', 'Организация заявитель', 'Образовательная организация', 'Орган'],
    ...['Наименование юридического лица', 'Институция', 'Company', 'Institution', 'Employer'],
  ],
  region: [
    ...(['Регион', 'Region', 'Субъект', 'Субъект РФ', 'Субъект Российской Федерации', 'Область'] as const),
    ...[
      'Территория',
      'Муниципальное образование',
      'Муниципалитет',
      'Район',
      'Регион РФ',
      'State',
      'Province',
    ],
  ],
  priorScore: [
    ...(['Балл предыдущего этапа', 'Prior score', 'Предварительная оценка', 'Балл', 'Оценка'] as const),
    ...['Балл предварительной оценки', 'Средний балл', 'Итоговый балл', 'Сумма баллов', 'Общий балл'],
    ...['Количество баллов', 'Кол-во баллов', 'Всего баллов', 'Итого баллов', 'Набранные баллы', 'Оценки'],
    ...['Балл экспертов', 'Экспертная оценка', 'Оценка экспертов', 'Средняя оценка', 'Итоговая оценка'],
    ...['Балл заочного этапа', 'Балл первого этапа', 'Score', 'Preliminary score', 'Average score'],
    ...['Points', 'Total score', 'Mean score', 'Average'],
  ],
  appliedAt: [
    ...(['Дата заявки', 'Application date', 'Заявка подана', 'Дата подачи', 'Дата поступления'] as const),
    ...['Дата подачи заявки', 'Дата и время подачи заявки', 'Время подачи', 'Дата регистрации', 'Подано'],
    ...['Дата поступления заявки', 'Дата регистрации заявки', 'Дата и время', 'Дата', 'Дата приёма заявки'],
    ...[
      'Applied at',
      'Applied',
      'Date',
      'Submitted',
      'Submitted at',
      'Submission date',
      'Date of application',
    ],
  ],
  entrantId: [
    ...(['Код заявителя', 'Entrant code', 'Entrant ID', 'Applicant code', 'Код участника'] as const),
    ...['ID участника', 'Идентификатор', 'Шифр', 'Код'],
  ],
  materials: [
    ...([
      'Ссылка на материалы',
      'Materials',
      'Материалы',
      'Ссылка',
      'Link',
      'Link to the materials',
    ] as const),
    ...['Сайт', 'Портфолио', 'Презентация', 'Ссылка на заявку', 'URL', 'Website'],
  ],
} as const satisfies Record<(typeof importColumns)['nominees'][number], Titles>;

const memberTitles = {
  name: [
    'Фамилия, имя, отчество',
    'Name',
    ...person,
    ...['Член комиссии', 'Состав комиссии', 'Состав', 'Эксперт', 'Участник', 'Сотрудник', 'Имя', 'Член жюри'],
    ...[
      'ФИО и должность',
      'ФИО, должность',
      'Фамилия, имя, отчество, должность',
      'Фамилия, инициалы, должность',
    ],
    ...['Member', 'Person', 'Participant', 'Name and position'],
  ],
  post: [
    ...([
      'Должность',
      'Post',
      'Position',
      'Job title',
      'Занимаемая должность',
      'Должность по месту работы',
    ] as const),
    ...[
      'Место работы и должность',
      'Место работы, должность',
      'Должность, место работы',
      'Должность, организация',
      'Профессия',
      'Title',
    ],
  ],
  body: [
    ...([
      'Организация',
      'Organisation',
      'Organization',
      'Откуда',
      'Орган',
      'Ведомство',
      'Место работы',
    ] as const),
    ...['Учреждение', 'Предприятие', 'Компания', 'Орган власти', 'Представляемая организация', 'От кого'],
    ...['Представляемый орган', 'Подразделение', 'Body', 'From', 'Company', 'Institution', 'Employer'],
  ],
  role: [
    ...([
      'Роль',
      'Role',
      'Роль в комиссии',
      'Статус',
      'Статус в комиссии',
      'Функция',
      'Статус члена',
    ] as const),
    ...['Должность в комиссии', 'Роль в составе комиссии', 'Статус в составе комиссии', 'Полномочия'],
    ...['Место в комиссии', 'Функции в комиссии', 'Status', 'Capacity'],
  ],
  votes: [
    ...([
      'Голос',
      'Vote',
      'Право голоса',
      'Голосует',
      'Наличие права голоса',
      'Право решающего голоса',
    ] as const),
    ...[
      'Имеет право голоса',
      'С правом голоса',
      'Votes',
      'Has a vote',
      'Right to vote',
      'Voting',
      'Voting right',
    ],
  ],
  email,
  accountLogin: [
    ...([
      'Логин',
      'Login',
      'Имя для входа',
      'Sign-in name',
      'Учётная запись',
      'Account',
      'Username',
    ] as const),
    ...['Имя пользователя', 'Логин для входа', 'User name', 'User', 'Вход'],
  ],
} as const satisfies Record<(typeof importColumns)['members'][number], Titles>;

const titles: Readonly<Record<ImportKind, Readonly<Partial<Record<ColumnMeaning, Titles>>>>> = {
  nominees: { ...nomineeTitles, ...nameParts },
  members: { ...memberTitles, ...nameParts },
};

/** Words that a title may have beside what it says. */
const fillers =
  'наименование название полное краткое сокращённое участника номинанта заявителя конкурсанта соискателя кандидата ' +
  'члена членов комиссии жюри конкурса конкурсной центральной заявки указать укажите полностью при наличии средний ' +
  'итоговый общий предварительный да нет в составе рф по на от и the of a in full member nominee commission jury applicant';

const matchers = Object.fromEntries(
  Object.entries(titles).map(([what, ofColumns]) => [
    what,
    phrasesMatcher<ColumnMeaning | UnreadMeaning>(
      [
        ...columnMeanings[what as ImportKind].map((each) => [each, ofColumns[each] ?? []] as const),
        ...unreadTitles(what as ImportKind),
      ],
      fillers,
    ),
  ]),
) as Record<ImportKind, (title: string) => ColumnMeaning | UnreadMeaning | undefined>;

function unreadTitles(what: ImportKind): readonly (readonly [UnreadMeaning, readonly string[]])[] {
  return [
    ['number', unread.number],
    ['other', what === 'members' ? unread.other : [...unread.other, ...email]],
  ];
}

/** What a title says of its column; `number` and `other` for columns that lists have and nobody reads. */
export const meaningOf = (what: ImportKind, title: string): ColumnMeaning | UnreadMeaning | undefined =>
  title === '' ? undefined : matchers[what](title);

export const isRead = (meaning: ColumnMeaning | UnreadMeaning | undefined): meaning is ColumnMeaning =>
  meaning !== undefined && !(meaning in unread);

/** The columns of a template in one language, with how each is titled. */
export const titledColumns = (
  what: ImportKind,
  language: 'ru' | 'en',
): readonly { readonly column: ImportColumn; readonly title: string }[] =>
  importColumns[what].map((column) => ({
    column,
    title: titles[what][column]?.[language === 'ru' ? 0 : 1] ?? column,
  }));

/** How many cells of a row are titles of a column, whatever the table is of. */
export const titlesIn = (row: readonly Cell[]): number =>
  row.filter((cell) =>
    Object.values(matchers).some((meaning) => {
      const text = textOf(cell);
      return text !== '' && meaning(text) !== undefined;
    }),
  ).length;
