import type { Threshold } from '@open-ballot/shared/rules/plan/rule-set';
import { decimal, share } from '@open-ballot/shared/words/numbers';
import i18next from 'i18next';
import type { Language } from './texts.ts';

/** A decimal number as the person reads it: with a comma in Russian. Whoever shows it is drawn anew with the language. */
export const decimalText = (value: string): string => decimal(language(), value);

/** «не менее двух третей»: in the genitive. */
export const shareText = (threshold: Threshold): string => share(language(), threshold);

const language = () => i18next.language as Language;
