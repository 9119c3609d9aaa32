import { useId, useState } from 'react';
import { chooseLanguage, languages, useLanguage, type Language } from '../text/texts.ts';
import { chooseTheme, storedTheme, themes, type Theme } from './theme.ts';
import styles from './Toggles.module.css';
import { useUiText } from './ui-text.ts';

export function ThemeToggle() {
  const t = useUiText();
  const [theme, setTheme] = useState(storedTheme);
  return (
    <Segments<Theme>
      label={t('theme')}
      value={theme}
      options={themes.map((value) => ({ value, sign: themeSigns[value], text: t(`theme-${value}`) }))}
      onValue={(value) => {
        chooseTheme(value);
        setTheme(value);
      }}
    />
  );
}

const themeSigns: Readonly<Record<Theme, string>> = { system: '◐', light: '☀', dark: '☾' };
const languageNames: Readonly<Record<Language, string>> = { ru: 'Русский', en: 'English' };

export function LanguageToggle() {
  const t = useUiText();
  const language = useLanguage();
  return (
    <Segments<Language>
      label={t('language')}
      value={language}
      options={languages.map((value) => ({ value, sign: value.toUpperCase(), text: languageNames[value] }))}
      onValue={chooseLanguage}
    />
  );
}

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly sign: string; readonly text: string }[];
  readonly onValue: (value: Value) => void;
}

function Segments<Value extends string>({ label, value, options, onValue }: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles['segments']}>
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} title={option.text} className={styles['segment']}>
          <input
            type="radio"
            name={name}
            checked={value === option.value}
            onChange={() => onValue(option.value)}
          />
          <span aria-hidden="true">{option.sign}</span>
          <span className="visually-hidden">{option.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
