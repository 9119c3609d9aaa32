import type { SelectHTMLAttributes } from 'react';
import { Field, type FieldProps } from './Field.tsx';

export interface SelectProps<Value extends string>
  extends FieldProps, Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'onChange' | 'value'> {
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly value: Value | '';
  /** Shown first and not selectable, while nothing is chosen. */
  readonly placeholder?: string;
  readonly onValue: (value: Value) => void;
}

/** The platform's own list: best by keyboard, screen reader and thumb. */
export function Select<Value extends string>({
  label,
  hint,
  error,
  optional,
  options,
  placeholder,
  onValue,
  ...select
}: SelectProps<Value>) {
  return (
    <Field {...{ label, hint, error, optional }}>
      {(ids) => (
        <select {...select} {...ids} onChange={(event) => onValue(event.target.value as Value)}>
          {placeholder !== undefined && (
            <option value="" disabled>
              {placeholder}
            </option>
          )}
          {options.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
