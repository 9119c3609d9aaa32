import type { Receipt } from '@open-ballot/shared/contract/receipt';
import type { SessionCommand } from '@open-ballot/shared/rules/commands';
import type { Minutes } from '@open-ballot/shared/rules/session';
import {
  draftOver,
  editedFields,
  joined,
  mergeIn,
  recorded,
  type MinutesDraft,
  type MinutesField,
  type MinutesTexts,
} from './minutes-draft.ts';

type NoteMinutes = Extract<SessionCommand, { readonly type: 'note-minutes' }>;

export interface MinutesState {
  readonly draft: MinutesDraft;
  /** Fields that a person has written in, here and now. */
  readonly touched: readonly MinutesField[];
  /** Fields where somebody else recorded another text: `draft.base` has theirs, `draft.texts` mine (rule 13.2). */
  readonly conflicts: readonly MinutesField[];
  readonly saving: boolean;
  /** Why the last attempt recorded nothing. */
  readonly problem: Exclude<Receipt, { readonly outcome: 'recorded' }> | undefined;
  /** When this browser last had its text recorded. */
  readonly savedAt: string | undefined;
}

export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const pauseMs = 1_200;

/**
 * Keeps the minutes of one question: records them a moment after the last key, and holds on to every letter
 * until it is recorded, across reloads and lost lines. Knows nothing of React.
 */
export class MinutesKeeper {
  private state: MinutesState;
  private latest: Minutes | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly key: string,
    private readonly questionId: string,
    minutes: Minutes | undefined,
    private readonly note: (command: NoteMinutes) => Promise<Receipt>,
    private readonly store: DraftStore,
  ) {
    this.latest = minutes;
    this.state = {
      draft: draftOver(minutes),
      touched: [],
      conflicts: [],
      saving: false,
      problem: undefined,
      savedAt: undefined,
      ...(JSON.parse(store.getItem(key) ?? '{}') as Partial<
        Pick<MinutesState, 'draft' | 'touched' | 'conflicts'>
      >),
    };
    this.bringIn();
    if (this.isDirty) this.saveSoon();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getState = (): MinutesState => this.state;

  get isDirty(): boolean {
    return editedFields(this.state.draft).length > 0;
  }

  /** What the journal has now. */
  heed(minutes: Minutes | undefined): void {
    this.latest = minutes;
    this.bringIn();
  }

  write(texts: Partial<MinutesTexts>): void {
    const { draft, touched } = this.state;
    const fields = Object.keys(texts) as MinutesField[];
    this.set({
      draft: { ...draft, texts: { ...draft.texts, ...texts } },
      touched: [...new Set([...touched, ...fields])],
    });
    this.saveSoon();
  }

  /** Settles a field that two people changed. */
  settle(field: MinutesField, keep: 'mine' | 'theirs' | 'both'): void {
    const { draft, conflicts } = this.state;
    const [theirs, mine] = [draft.base[field], draft.texts[field]];
    const text = { mine, theirs, both: joined(theirs, mine) }[keep];
    this.set({
      draft: { ...draft, texts: { ...draft.texts, [field]: text } },
      conflicts: conflicts.filter((each) => each !== field),
    });
    void this.save();
  }

  async save(): Promise<void> {
    clearTimeout(this.timer);
    const { draft, conflicts, saving } = this.state;
    const fields = editedFields(draft);
    if (saving || conflicts.length > 0 || fields.length === 0) return;
    const edited = Object.fromEntries(fields.map((field) => [field, draft.texts[field]]));
    this.set({ saving: true, problem: undefined });
    const receipt = await this.note({
      type: 'note-minutes',
      questionId: this.questionId,
      edits: draft.position,
      ...edited,
    });
    this.set({ saving: false });
    if (receipt.outcome === 'recorded') {
      this.set({
        draft: recorded(this.state.draft, draft.texts, receipt.position),
        savedAt: receipt.recordedAt,
      });
    } else if (!(receipt.outcome === 'refused' && receipt.code === 'stale')) {
      return this.set({ problem: receipt });
    }
    this.bringIn();
    if (this.isDirty) this.saveSoon();
  }

  /** The screen turns elsewhere: what is written goes out now. The draft stays stored until the receipt. */
  close(): void {
    this.listeners.clear();
    void this.save();
  }

  private bringIn(): void {
    const { draft, conflicts, saving } = this.state;
    if (saving || !this.latest || this.latest.position <= (draft.position ?? 0)) return;
    const merged = mergeIn(draft, this.latest);
    const { base, texts } = merged.draft;
    this.set({
      draft: merged.draft,
      conflicts: [...new Set([...conflicts, ...merged.conflicts])].filter(
        (field) => texts[field] !== base[field],
      ),
    });
  }

  private saveSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), pauseMs);
  }

  private set(change: Partial<MinutesState>): void {
    this.state = { ...this.state, ...change };
    const { draft, touched, conflicts } = this.state;
    if (this.isDirty) this.store.setItem(this.key, JSON.stringify({ draft, touched, conflicts }));
    else this.store.removeItem(this.key);
    this.listeners.forEach((tell) => tell());
  }
}
