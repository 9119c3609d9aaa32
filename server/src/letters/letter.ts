/** What each kind of letter is written from when it is sent. Never a link: that is derived from its id. */
export interface LetterParameters {
  readonly invitation: {
    readonly contestId: string;
    readonly memberId: string;
    readonly linkId: string;
    /** What the link begins with. */
    readonly origin: string;
  };
}

export type LetterKind = keyof LetterParameters;

export interface Written {
  readonly subject: string;
  readonly text: string;
}

/** How each kind is written; undefined where there is nothing to write any more, such as a link that was used. */
export type Writers = {
  readonly [Kind in LetterKind]: (parameters: LetterParameters[Kind]) => Promise<Written | undefined>;
};

export interface LetterDraft<Kind extends LetterKind> {
  readonly address: string;
  readonly parameters: LetterParameters[Kind];
}
