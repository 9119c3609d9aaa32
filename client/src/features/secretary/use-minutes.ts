import { minutesTemplate } from '@open-ballot/shared/protocol/minutes-template';
import type { Question } from '@open-ballot/shared/rules/session';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { LiveSession } from '../../live/live-session.ts';
import { useLive, useLiveSession, useSession } from '../../live/use-session.ts';
import { minutesFields, type MinutesField } from './minutes-draft.ts';
import { MinutesKeeper, type MinutesState } from './minutes-keeper.ts';

export interface MinutesControl extends MinutesState {
  /** What stands in a field: what was written, or else the template. */
  readonly textOf: (field: MinutesField) => string;
  /** Fields that show the template, which nobody has recorded yet. */
  readonly templates: readonly MinutesField[];
  readonly isDirty: boolean;
  readonly lastSavedAt: string | undefined;
  readonly write: (field: MinutesField, text: string) => void;
  readonly keepTemplates: () => void;
  readonly settle: (field: MinutesField, keep: 'mine' | 'theirs' | 'both') => void;
  readonly saveNow: () => void;
}

const keepers = new WeakMap<LiveSession, Map<string, MinutesKeeper>>();

/** The same one when the question is shown again: what it has sent may still be without a receipt. */
function keeperOf(live: LiveSession, { questionId, minutes }: Question): MinutesKeeper {
  const known = keepers.get(live) ?? new Map<string, MinutesKeeper>();
  keepers.set(live, known);
  const keeper =
    known.get(questionId) ??
    new MinutesKeeper(
      `minutes ${live.sessionId} ${questionId}`,
      questionId,
      minutes,
      (command) => live.submit(command),
      localStorage,
    );
  known.set(questionId, keeper);
  return keeper;
}

/** What was typed before or after a template replaces it; whoever changes the template itself keeps it. */
function typedBeside(template: string, text: string): string {
  if (text.startsWith(template)) return text.slice(template.length).trimStart();
  return text.endsWith(template) ? text.slice(0, -template.length).trimEnd() : text;
}

/** The minutes of one question. The component that uses this is keyed by the question. */
export function useMinutes(question: Question): MinutesControl {
  const live = useLiveSession();
  const session = useSession();
  const { feed } = useLive();
  const { minutes } = question;
  const [keeper] = useState(() => keeperOf(live, question));
  const state = useSyncExternalStore(keeper.subscribe, keeper.getState);
  useEffect(() => keeper.heed(minutes), [keeper, minutes]);
  useEffect(() => () => keeper.close(), [keeper]);

  const template: Partial<Record<MinutesField, string>> = minutesTemplate(session, question);
  const templates = minutesFields.filter(
    (field) => template[field] && state.draft.base[field] === '' && !state.touched.includes(field),
  );
  const recordedAt = feed.find((entry) => entry.position === state.draft.position)?.recordedAt;
  return {
    ...state,
    templates,
    textOf: (field) => (templates.includes(field) ? (template[field] ?? '') : state.draft.texts[field]),
    isDirty: keeper.isDirty,
    lastSavedAt: recordedAt ?? state.savedAt,
    write: (field, text) =>
      keeper.write({ [field]: templates.includes(field) ? typedBeside(template[field] ?? '', text) : text }),
    keepTemplates: () => {
      keeper.write(Object.fromEntries(templates.map((field) => [field, template[field] ?? ''])));
      void keeper.save();
    },
    settle: (field, keep) => keeper.settle(field, keep),
    saveNow: () => void keeper.save(),
  };
}
