import { defineTexts } from '../../text/texts.ts';

export const useSignInText = defineTexts('sign-in', {
  ru: {
    title: 'Вход',
    lead: 'Имя и пароль выдаёт секретарь комиссии. По ссылке или QR-коду из приглашения можно войти без пароля.',
    login: 'Имя для входа',
    password: 'Пароль',
    submit: 'Войти',
    'link-title': 'Вход по приглашению',
    'link-working': 'Проверяем приглашение…',
    'link-missing': 'В ссылке нет кода приглашения. Откройте её целиком или отсканируйте QR-код ещё раз.',
    'by-password': 'Войти с паролем',
    retry: 'Повторить',
  },
  en: {
    title: 'Sign in',
    lead: 'The secretary of the commission gives you login and password. The link or QR code of the invitation works without a password.',
    login: 'Login',
    password: 'Password',
    submit: 'Sign in',
    'link-title': 'Sign-in by invitation',
    'link-working': 'Checking the invitation…',
    'link-missing': 'The link holds no invitation code. Open all of it, or scan the QR code again.',
    'by-password': 'Sign in with a password',
    retry: 'Repeat',
  },
});
