import { expect, it } from '@jest/globals';
import { clockNote, zoneText } from './moments.ts';

it.each([
  ['Europe/Moscow', '2021-06-25', 'московское время, UTC+3'],
  ['Europe/Kirov', '2021-06-25', 'московское время, UTC+3'],
  ['Asia/Yekaterinburg', '2021-06-25', 'местное время, МСК+2'],
  ['Asia/Kamchatka', '2021-06-25', 'местное время, МСК+9'],
  ['Europe/Kaliningrad', '2021-06-25', 'местное время, МСК−1'],
  ['Europe/Volgograd', '2020-06-25', 'местное время, МСК+1'],
  ['Europe/Volgograd', '2021-06-25', 'московское время, UTC+3'],
  ['Asia/Kolkata', '2021-06-25', 'часовой пояс Asia/Kolkata, UTC+5:30'],
  ['America/New_York', '2021-06-25', 'часовой пояс America/New_York, UTC−4'],
  ['Etc/UTC', '2021-06-25', 'часовой пояс Etc/UTC, UTC+0'],
])('[1.1] the clock of %s on %s is named «%s»', (zone, day, text) =>
  expect(zoneText(zone, `${day}T09:00:00.000Z`)).toBe(text),
);

it.each([
  ['Europe/Moscow', 'Время московское (UTC+3).'],
  ['Europe/Kaliningrad', 'Время местное (МСК−1).'],
  ['Asia/Kolkata', 'Время местное (часовой пояс Asia/Kolkata, UTC+5:30).'],
])('the note on the clock of %s is «%s»', (zone, text) =>
  expect(clockNote(zone, '2021-06-25T09:00:00.000Z')).toBe(text),
);
