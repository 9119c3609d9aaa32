import { House } from './people/house.ts';

/** One house for all stories that do not break theirs; each story convenes its own session in it. */
export default async function openHouse(): Promise<() => Promise<void>> {
  const house = await House.opens();
  process.env['E2E_HOUSE'] = house.url;
  return () => house.closes();
}
