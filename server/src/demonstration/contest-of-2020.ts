import { demonstrationPassword } from '../sign-in/password.ts';
import type { AccountRole } from '@open-ballot/shared/contract/accounts';
import type { Nominee, SeatDraft } from '@open-ballot/shared/rules/session';

/** Every account of the demonstration has this password: it is for rehearsals only. */
export const password = demonstrationPassword;

/** What the rehearsal clock shows when the demonstration is loaded: the working week before results are due. */
export const rehearsalStart = '2021-06-25T10:00:00+03:00';

export const contest = {
  title: 'Всероссийский конкурс «Лучший многофункциональный центр России» – 2020',
  organisation: 'Министерство экономического развития Российской Федерации',
  commission: 'Центральная конкурсная комиссия',
  timeZone: 'Europe/Moscow',
  // «Не позднее 30 июня 2021 года».
  deadline: '2021-07-01T00:00:00+03:00',
};

interface DemonstrationSeat extends SeatDraft {
  readonly accountLogin: string;
}

const member = (number: number, name: string, body: string): DemonstrationSeat => ({
  memberId: `member-${number}`,
  name,
  post: 'член комиссии',
  body,
  role: 'member',
  votes: true,
  accountLogin: `member-${number}`,
});

/** Seats by the bodies they stand for: who sat on them in 2021 is not invented here. */
export const commission: readonly DemonstrationSeat[] = [
  {
    memberId: 'chair',
    name: 'Представитель Минэкономразвития России',
    post: 'председатель комиссии, заместитель Министра',
    body: 'Минэкономразвития России',
    role: 'chair',
    votes: true,
    accountLogin: 'chair',
  },
  {
    ...member(1, 'Представитель Аппарата Правительства', 'Аппарат Правительства Российской Федерации'),
    post: 'заместитель председателя комиссии',
    role: 'deputy-chair',
  },
  member(2, 'Представитель МВД России', 'МВД России'),
  member(3, 'Представитель Минстроя России', 'Минстрой России'),
  member(4, 'Представитель Росреестра', 'Росреестр'),
  member(5, 'Представитель ФНС России', 'ФНС России'),
  member(6, 'Представитель Пенсионного фонда', 'Пенсионный фонд Российской Федерации'),
  member(7, 'Представитель ЦСР', 'Центр стратегических разработок'),
  member(8, 'Представитель экспертного сообщества', 'Экспертное сообщество'),
];

interface DemonstrationAccount {
  readonly login: string;
  readonly name: string;
  readonly roles: AccountRole[];
}

export const secretary: DemonstrationAccount = {
  login: 'secretary',
  name: 'Ответственный секретарь комиссии',
  roles: ['secretary'],
};

export const accounts: readonly DemonstrationAccount[] = [
  secretary,
  ...commission.map(({ accountLogin, name }): DemonstrationAccount => ({
    login: accountLogin,
    name,
    roles: ['member'],
  })),
];

interface DemonstrationNomination {
  readonly key: string;
  readonly title: string;
  readonly category?: string;
  readonly nominees: readonly Nominee[];
}

/** The entries of Kirov are those the press named; the others stand for their regions, and people are not invented. */
export const nominations: readonly DemonstrationNomination[] = [
  {
    key: 'best-mfc',
    title: 'Лучший МФЦ',
    category: 'МФЦ крупных городов',
    nominees: [
      {
        nomineeId: 'kirov',
        entrantId: 'kirov-pervomaysky',
        name: 'Центр «Мои документы» Первомайского района города Кирова',
        region: 'Кировская область',
        organisation: 'Кировский многофункциональный центр',
      },
      {
        nomineeId: 'irkutsk',
        entrantId: 'irkutsk',
        name: 'Центр «Мои документы» Иркутской области',
        region: 'Иркутская область',
      },
      {
        nomineeId: 'ulyanovsk',
        entrantId: 'ulyanovsk',
        name: 'Центр «Мои документы» Ульяновской области',
        region: 'Ульяновская область',
      },
      {
        nomineeId: 'tyumen',
        entrantId: 'tyumen',
        name: 'Центр «Мои документы» Тюменской области',
        region: 'Тюменская область',
      },
      {
        nomineeId: 'moscow',
        entrantId: 'moscow',
        name: 'Центр «Мои документы» города Москвы',
        region: 'Москва',
      },
    ],
  },
  {
    key: 'best-specialist',
    title: 'Лучший универсальный специалист МФЦ',
    nominees: [
      {
        nomineeId: 'klimova',
        entrantId: 'klimova',
        name: 'Екатерина Климова',
        region: 'Кировская область',
        organisation: 'ведущий эксперт центра «Мои документы» Ленинского района города Кирова',
      },
      specialist('irkutsk', 'Иркутской области', 'Иркутская область'),
      specialist('voronezh', 'Воронежской области', 'Воронежская область'),
      specialist('orenburg', 'Оренбургской области', 'Оренбургская область'),
      specialist('mari-el', 'Республики Марий Эл', 'Республика Марий Эл'),
      specialist('saint-petersburg', 'Санкт-Петербурга', 'Санкт-Петербург'),
    ],
  },
  {
    key: 'best-capital-mfc',
    title: 'Лучший МФЦ столицы региона',
    nominees: [
      {
        nomineeId: 'rostov',
        entrantId: 'rostov',
        name: 'МФЦ города Ростова-на-Дону',
        region: 'Ростовская область',
      },
      {
        nomineeId: 'voronezh',
        entrantId: 'voronezh',
        name: 'МФЦ города Воронежа',
        region: 'Воронежская область',
      },
      {
        nomineeId: 'kemerovo',
        entrantId: 'kemerovo',
        name: 'МФЦ города Кемерово',
        region: 'Кемеровская область – Кузбасс',
      },
      { nomineeId: 'lipetsk', entrantId: 'lipetsk', name: 'МФЦ города Липецка', region: 'Липецкая область' },
    ],
  },
];

function specialist(key: string, ofRegion: string, region: string): Nominee {
  return {
    nomineeId: key,
    entrantId: `${key}-specialist`,
    name: `Универсальный специалист МФЦ ${ofRegion}`,
    region,
  };
}
