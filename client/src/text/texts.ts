import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';

export const languages = ['ru', 'en'] as const;
export type Language = (typeof languages)[number];

const key = 'language';
const asked = localStorage.getItem(key);

void i18next.use(initReactI18next).init({
  lng: languages.find((language) => language === asked) ?? 'ru',
  fallbackLng: 'ru',
  resources: {},
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false, bindI18nStore: 'added' },
});
document.documentElement.lang = i18next.language;

export function chooseLanguage(language: Language): void {
  localStorage.setItem(key, language);
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language as Language;
}

type Messages = Readonly<Record<string, string>>;
type PluralForm = 'one' | 'few' | 'many' | 'other';

/** The keys a text is asked by: `voted_one`, `voted_few` … are all `voted`, asked with a `count`. */
export type KeyOf<M> = {
  [Key in keyof M & string]: Key extends `${infer Base}_${PluralForm}` ? Base : Key;
}[keyof M & string];

type Complete<Ru, En> = [KeyOf<Ru>] extends [KeyOf<En>]
  ? [KeyOf<En>] extends [KeyOf<Ru>]
    ? unknown
    : { readonly notInRussian: Exclude<KeyOf<En>, KeyOf<Ru>> }
  : { readonly notInEnglish: Exclude<KeyOf<Ru>, KeyOf<En>> };

/** The words of a table under keys that begin alike: `tie-runoff`, `tie-lot` … */
export const named = <Prefix extends string, Key extends string>(
  prefix: Prefix,
  words: Readonly<Record<Key, string>>,
) =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [`${prefix}-${key}`, text])) as Readonly<
    Record<`${Prefix}-${Key}`, string>
  >;

export type Values = Readonly<Record<string, string | number | undefined>>;
export type Translate<Key extends string> = (key: Key, values?: Values) => string;

/**
 * The words of one room in both languages; the compiler refuses a key that only one of them has.
 * Plural forms are `_one`, `_few`, `_many`, `_other` (Russian) and `_one`, `_other` (English), chosen by `count`.
 * @returns a hook that gives the room's words in the language of the person
 */
export function defineTexts<const Ru extends Messages, const En extends Messages>(
  room: string,
  texts: { readonly ru: Ru; readonly en: En & Complete<Ru, En> },
): () => Translate<KeyOf<Ru>> {
  i18next.addResourceBundle('ru', room, texts.ru);
  i18next.addResourceBundle('en', room, texts.en);
  return function useText() {
    const { t } = useTranslation(room);
    return useCallback(
      (textKey, values) => (t as unknown as (key: string, values?: Values) => string)(textKey, values),
      [t],
    );
  };
}
