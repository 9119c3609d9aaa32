import { Injectable } from '@nestjs/common';
import pLimit, { type LimitFunction } from 'p-limit';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { refusal } from '../http/problem.ts';

const minutes = 60;

/**
 * Attempts from one address that are looked at at once; others wait for their turn, and are refused unlooked at where
 * the ones before them were too many. Without this a thousand guesses sent together would be a thousand slow digests.
 */
export const attemptsAtOnce = 8;

/** Wrong attempts allowed for one login from one address. */
export const attemptsPerLogin = { points: 10, duration: 5 * minutes };

/** Wrong attempts allowed from one address for all logins together. A hall shares one, so right ones do not count. */
export const attemptsPerAddress = { points: 100, duration: 15 * minutes };

/** Slows down guessing. Counted per process: a few more guesses with more processes are no matter. */
@Injectable()
export class Attempts {
  private readonly perLogin = new RateLimiterMemory({ keyPrefix: 'login', ...attemptsPerLogin });
  private readonly perAddress = new RateLimiterMemory({ keyPrefix: 'address', ...attemptsPerAddress });
  private readonly turns = new Map<string, LimitFunction>();

  /**
   * Runs one attempt at `login` and counts it unless it succeeds.
   *
   * Counted before it is known to be wrong, so that many guesses at once gain nothing over many in a row.
   *
   * @throws {Problem} `too-many` with the seconds to wait.
   */
  async at<Result>(
    login: string,
    address: string,
    attempt: () => Promise<Result | undefined>,
  ): Promise<Result | undefined> {
    const pair = `${address} ${login}`;
    return this.inTurn(address, async () => {
      await orTooMany(this.perLogin.consume(pair));
      const result = await attempt();
      if (result !== undefined) await this.perLogin.delete(pair);
      return result;
    });
  }

  /** As `at`, for one-time links, which name no login. */
  async atLink<Result>(
    address: string,
    attempt: () => Promise<Result | undefined>,
  ): Promise<Result | undefined> {
    return this.inTurn(address, attempt);
  }

  /** Looks at an attempt when its turn comes, unless too many of its address were wrong by then. */
  private async inTurn<Result>(
    address: string,
    attempt: () => Promise<Result | undefined>,
  ): Promise<Result | undefined> {
    const turns = this.turns.get(address) ?? pLimit(attemptsAtOnce);
    this.turns.set(address, turns);
    try {
      return await turns(async () => {
        await this.refuseSpent(address);
        const result = await attempt();
        if (result === undefined) await this.perAddress.penalty(address);
        return result;
      });
    } finally {
      if (turns.activeCount + turns.pendingCount === 0) this.turns.delete(address);
    }
  }

  private async refuseSpent(address: string): Promise<void> {
    const spent = await this.perAddress.get(address);
    if (spent !== null && spent.consumedPoints >= attemptsPerAddress.points) throw tooMany(spent);
  }
}

async function orTooMany(consumed: Promise<RateLimiterRes>): Promise<void> {
  try {
    await consumed;
  } catch (reason) {
    if (reason instanceof RateLimiterRes) throw tooMany(reason);
    throw reason;
  }
}

const tooMany = ({ msBeforeNext }: RateLimiterRes) => {
  const retryAfter = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return refusal('too-many', `too many wrong attempts, try again in ${retryAfter} s`, { retryAfter });
};
