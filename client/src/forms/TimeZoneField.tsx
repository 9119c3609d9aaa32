import { useMemo } from 'react';
import { timeZones } from '../text/local-moment.ts';
import { Select } from '../ui/Select.tsx';

interface TimeZoneFieldProps {
  readonly label: string;
  /** IANA name. */
  readonly value: string;
  readonly onText: (timeZone: string) => void;
  readonly error: string | undefined;
}

/** A list, since a name that is typed is easily one that nobody knows. What was chosen elsewhere stays offered. */
export function TimeZoneField({ label, value, onText, error }: TimeZoneFieldProps) {
  const options = useMemo(() => timeZones(value), [value]);
  return <Select label={label} value={value} options={options} onValue={onText} error={error} required />;
}
