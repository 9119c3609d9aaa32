/** Which dialog of the console is open, and about what. */
export type ConsoleDialog =
  | {
      readonly name: 'adjourn' | 'cancel' | 'close-session' | 'pass-chair' | 'extend-deadline' | 'add-motion';
    }
  | { readonly name: 'recusal' | 'withdraw' | 'void' | 'drop'; readonly questionId: string }
  | {
      readonly name: 'enter-ballot' | 'close-round' | 'lot' | 'decline' | 'annul' | 'confirm-annulment';
      readonly roundId: string;
    }
  | { readonly name: 'absence' | 'substitute'; readonly memberId: string };

export type OpenDialog = (dialog: ConsoleDialog) => void;
