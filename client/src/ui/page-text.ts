import { defineTexts } from '../text/texts.ts';

export const usePageText = defineTexts('page', {
  ru: {
    product: 'Открытое голосование',
    skip: 'К содержанию',
    'sign-in': 'Войти',
    'sign-out': 'Выйти',
    administration: 'Управление',
    account: 'Сменить пароль',
    contests: 'Конкурсы',
    start: 'Главная',
  },
  en: {
    product: 'Open ballot',
    skip: 'Skip to content',
    'sign-in': 'Sign in',
    'sign-out': 'Sign out',
    administration: 'Administration',
    account: 'Change password',
    contests: 'Contests',
    start: 'Start page',
  },
});
