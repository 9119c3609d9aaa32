import { useId, type ReactNode } from 'react';
import styles from './ChoiceCards.module.css';
import { classNames } from './class-names.ts';

export interface ChoiceCard<Value extends string> {
  readonly value: Value;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** Stands beside the choice and is not part of its name, e.g. a link to the materials. */
  readonly aside?: ReactNode;
  /** A less prominent choice, such as abstaining. */
  readonly minor?: boolean;
  readonly disabled?: boolean;
}

interface CardsProps<Value extends string> {
  readonly legend: ReactNode;
  /** The legend is there for screen readers only: a heading above says it already. */
  readonly legendHidden?: boolean;
  readonly cards: readonly ChoiceCard<Value>[];
  readonly disabled?: boolean;
}

export interface RadioCardsProps<Value extends string> extends CardsProps<Value> {
  readonly value: Value | undefined;
  readonly onValue: (value: Value) => void;
  /** Side by side where there is room: short choices such as за, против, воздержаться. */
  readonly row?: boolean;
}

/** One of several, each as large as a thumb. */
export function RadioCards<Value extends string>({ value, onValue, row, ...cards }: RadioCardsProps<Value>) {
  const name = useId();
  return (
    <Cards {...cards} row={row}>
      {(card) => (
        <input
          type="radio"
          name={name}
          value={card.value}
          checked={value === card.value}
          disabled={card.disabled}
          onChange={() => onValue(card.value)}
        />
      )}
    </Cards>
  );
}

export interface CheckboxCardsProps<Value extends string> extends CardsProps<Value> {
  readonly values: readonly Value[];
  readonly onValues: (values: readonly Value[]) => void;
}

/** Any number of several, in the order they were chosen. */
export function CheckboxCards<Value extends string>({
  values,
  onValues,
  ...cards
}: CheckboxCardsProps<Value>) {
  return (
    <Cards {...cards}>
      {(card) => (
        <input
          type="checkbox"
          value={card.value}
          checked={values.includes(card.value)}
          disabled={card.disabled}
          onChange={(event) =>
            onValues(
              event.target.checked ? [...values, card.value] : values.filter((each) => each !== card.value),
            )
          }
        />
      )}
    </Cards>
  );
}

function Cards<Value extends string>({
  legend,
  legendHidden,
  cards,
  disabled,
  row,
  children,
}: CardsProps<Value> & {
  readonly row?: boolean | undefined;
  readonly children: (card: ChoiceCard<Value>) => ReactNode;
}) {
  return (
    <fieldset className={classNames(styles['cards'], row && styles['row'])} disabled={disabled}>
      <legend className={legendHidden ? 'visually-hidden' : styles['legend']}>{legend}</legend>
      {cards.map((card) => (
        <div key={card.value} className={classNames(styles['card'], card.minor && styles['minor'])}>
          <label className={styles['label']}>
            {children(card)}
            <span className={styles['title']}>{card.title}</span>
            {card.detail && <span className={styles['detail']}>{card.detail}</span>}
          </label>
          {card.aside && <div className={styles['aside']}>{card.aside}</div>}
        </div>
      ))}
    </fieldset>
  );
}
