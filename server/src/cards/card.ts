/** An invitation on paper: whoever holds it signs in as whom it names. */
export interface Card {
  readonly name: string;
  /** The whole address, its token in the fragment. */
  readonly link: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

export const cardLanguages = ['ru', 'en'] as const;
export type CardLanguage = (typeof cardLanguages)[number];

export interface Cards {
  readonly cards: readonly Card[];
  readonly contest: string;
  readonly timeZone: string;
  readonly language: CardLanguage;
}
