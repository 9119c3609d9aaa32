import type { Minutes } from '@open-ballot/shared/rules/session';

export const minutesFields = ['reported', 'discussed', 'resolved'] as const;
export type MinutesField = (typeof minutesFields)[number];
export type MinutesTexts = Readonly<Record<MinutesField, string>>;

/** The minutes of one question as this browser edits them. */
export interface MinutesDraft {
  /** The journal's text that the edits were written over, and its position (rule 13.2). */
  readonly base: MinutesTexts;
  readonly position: number | null;
  /** What stands in the fields. */
  readonly texts: MinutesTexts;
}

const textsOf = (minutes: Minutes | undefined): MinutesTexts => ({
  reported: minutes?.reported ?? '',
  discussed: minutes?.discussed ?? '',
  resolved: minutes?.resolved ?? '',
});

/** The fields that differ from what is recorded: only these are sent, the others stay as they are. */
export const editedFields = ({ base, texts }: MinutesDraft): MinutesField[] =>
  minutesFields.filter((field) => texts[field] !== base[field]);

/** A draft over the journal's text, nothing written yet. */
export const draftOver = (minutes: Minutes | undefined): MinutesDraft => ({
  base: textsOf(minutes),
  position: minutes?.position ?? null,
  texts: textsOf(minutes),
});

/** After the receipt: what was sent is now what the journal has. */
export const recorded = (draft: MinutesDraft, sent: MinutesTexts, position: number): MinutesDraft => ({
  ...draft,
  base: sent,
  position,
});

export interface Merged {
  readonly draft: MinutesDraft;
  /** Fields that both sides changed, each to another text. Nobody's text is lost: both are shown. */
  readonly conflicts: readonly MinutesField[];
}

/** Brings in what somebody else recorded meanwhile. A field that only one side touched needs no question. */
export function mergeIn(draft: MinutesDraft, minutes: Minutes): Merged {
  const theirs = textsOf(minutes);
  const conflicts = minutesFields.filter(
    (field) =>
      draft.texts[field] !== draft.base[field] &&
      theirs[field] !== draft.base[field] &&
      theirs[field] !== draft.texts[field],
  );
  const texts = fromFields((field) =>
    draft.texts[field] === draft.base[field] ? theirs[field] : draft.texts[field],
  );
  return { draft: { base: theirs, position: minutes.position, texts }, conflicts };
}

/** Both texts in one, theirs first. */
export const joined = (theirs: string, mine: string): string =>
  [theirs.trimEnd(), mine.trimStart()].filter((each) => each !== '').join('\n');

const fromFields = (textOf: (field: MinutesField) => string): MinutesTexts => ({
  reported: textOf('reported'),
  discussed: textOf('discussed'),
  resolved: textOf('resolved'),
});
