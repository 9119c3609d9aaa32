import { awardsPlaces } from '@open-ballot/shared/rules/kinds/registry';
import { asksMajorityOfPoints } from '@open-ballot/shared/rules/plan/check-plan';
import { ballotKindNames } from '@open-ballot/shared/rules/session';
import { capital } from '@open-ballot/shared/words/letters';
import { useEffect, useRef } from 'react';
import { useContestText } from '../../text/contest-text.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from '../../forms/Forms.module.css';
import { useConveneText } from './convene-text.ts';
import { KindFields } from './KindFields.tsx';
import { OwnRulesFields } from './OwnRulesFields.tsx';
import type { OwnRulesFieldsProps, QuestionFieldsProps } from './form-parts.ts';

interface QuestionEditorProps extends OwnRulesFieldsProps {
  readonly index: number;
  readonly isLast: boolean;
  /** Just added: the focus goes to its title. */
  readonly isNew: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** Gives the ballot, places and rules to every other nomination; absent where there is none. */
  readonly onApplyToAll?: () => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

export function QuestionEditor({
  question,
  index,
  isLast,
  isNew,
  ruleSet,
  errorAt,
  isOpen,
  onOpen,
  onApplyToAll,
  onChange,
  onMove,
  onRemove,
}: QuestionEditorProps) {
  const t = useContestText();
  const own = useConveneText();
  const domain = useDomainText();
  const editor = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (isNew) editor.current?.querySelector('input')?.focus();
  }, [isNew]);
  const name = question.title || own('question', { number: index + 1 });
  const isMotion = !awardsPlaces(question.kind);
  return (
    <details
      className={styles['question']}
      open={isOpen}
      onToggle={(event) => onOpen(event.currentTarget.open)}
    >
      <summary>
        {index + 1}. {name}
        {!isMotion && (
          <small>
            {capital(domain(`ballot-kind-${question.kind}`))} ·{' '}
            {own('nominees-count', { count: question.nominees.length })}
          </small>
        )}
      </summary>
      <fieldset ref={editor}>
        <legend className="visually-hidden">{own('question', { number: index + 1 })}</legend>
        <TextField
          label={own('question-title')}
          value={question.title}
          onText={(title) => onChange({ title })}
          error={errorAt('title')}
        />
        <TextArea
          label={own('wording')}
          rows={2}
          value={question.wording}
          onText={(wording) => onChange({ wording })}
          error={errorAt('wording')}
        />
        <div className={styles['columns']}>
          <TextField
            label={own('reporter')}
            optional
            value={question.reporter}
            onText={(reporter) => onChange({ reporter })}
            error={errorAt('reporter')}
          />
          {!isMotion && (
            <Select
              label={own('kind')}
              value={question.kind}
              options={ballotKindNames
                .filter(awardsPlaces)
                .map((value) => ({ value, text: capital(domain(`ballot-kind-${value}`)) }))}
              onValue={(kind) => onChange({ kind })}
              error={errorAt('kind')}
            />
          )}
        </div>
        {!isMotion && <NominationFields question={question} errorAt={errorAt} onChange={onChange} />}
        <OwnRulesFields question={question} ruleSet={ruleSet} errorAt={errorAt} onChange={onChange} />
        {!question.decision && asksMajorityOfPoints(question.kind, ruleSet.decision) && (
          <Notice>{own('points-decide')}</Notice>
        )}
        <div className={styles['links']}>
          <Button
            size="small"
            look="quiet"
            disabled={index === 0}
            aria-label={own('move-up', { name })}
            onClick={() => onMove(-1)}
          >
            ↑
          </Button>
          <Button
            size="small"
            look="quiet"
            disabled={isLast}
            aria-label={own('move-down', { name })}
            onClick={() => onMove(1)}
          >
            ↓
          </Button>
          <Button size="small" look="quiet" aria-label={t('remove-named', { name })} onClick={onRemove}>
            {t('remove')}
          </Button>
          {onApplyToAll && !isMotion && (
            <Button size="small" look="quiet" onClick={onApplyToAll}>
              {own('apply-to-all')}
            </Button>
          )}
        </div>
      </fieldset>
    </details>
  );
}

/** What only a question about nominees has: its places, and the parameters of its ballot kind. */
function NominationFields({ question, errorAt, onChange }: QuestionFieldsProps) {
  const own = useConveneText();
  return (
    <>
      <div className={styles['columns']}>
        <Select
          label={own('places')}
          value={question.places}
          options={[
            { value: 'laureates', text: own('places-laureates') },
            { value: 'all', text: own('places-all') },
            { value: 'ranked', text: own('places-ranked') },
          ]}
          onValue={(places) => onChange({ places })}
          error={errorAt('places')}
        />
        {question.places === 'laureates' && (
          <TextField
            label={own('winners-count')}
            inputMode="numeric"
            value={question.winners}
            onText={(winners) => onChange({ winners })}
            error={errorAt('places.count')}
          />
        )}
        {question.places === 'ranked' && (
          <TextField
            label={own('ranked-counts')}
            hint={own('ranked-counts-hint')}
            value={question.rankedCounts}
            onText={(rankedCounts) => onChange({ rankedCounts })}
            error={errorAt('places.counts')}
          />
        )}
        <TextField
          label={own('winner-label')}
          hint={own('winner-label-hint')}
          optional
          value={question.winnerLabel}
          onText={(winnerLabel) => onChange({ winnerLabel })}
          error={errorAt('winnerLabel')}
        />
        <TextField
          label={own('min-entries')}
          inputMode="numeric"
          value={question.minEntries}
          onText={(minEntries) => onChange({ minEntries })}
          error={errorAt('minEntries')}
        />
      </div>
      <KindFields question={question} errorAt={errorAt} onChange={onChange} />
    </>
  );
}
