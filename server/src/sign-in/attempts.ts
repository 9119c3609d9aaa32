import { Injectable } from '@nestjs/common';
import { addressGroup } from '../http/address-group.ts';
import { refusal } from '../http/problem.ts';
import { Turns } from './turns.ts';
import { WrongAttempts } from './wrong-attempts.ts';

/** Digests that are worked out at once. More would take the processor from the votes. */
export const digestsAtOnce = 2;

/** How long the queue may become, in ms of work: together with the longest slowing down, nobody waits for 10 s. */
const queueAtMost = 7_000;
/** Whatever a slow machine takes for a digest, so many may wait: longer there, but not refused. */
const leastRoom = 128;
/** People of whom each tries once: the largest roll signs in within the same second. */
const peopleAtMost = 2_500;
/** Attempts at one login that wait in the lane of known devices. */
const knownAtMost = 8;

const minute = 60_000;
const slowing = {
  device: { free: 5, forgottenAfter: minute, step: 500, most: 500 },
  login: { free: 3, forgottenAfter: minute / 2, step: 500, most: 3_000 },
  group: { free: 60, forgottenAfter: minute / 12, step: 50, most: 1_500 },
  site: { free: 240, forgottenAfter: minute / 60, step: 50, most: 1_500 },
};

/** Somebody who would sign in with a password. */
export interface Attempt {
  readonly login: string;
  readonly address: string;
  /** The browser has signed in with the password of this login before. */
  readonly isFromKnownDevice: boolean;
  /** Whether whoever asked has hung up. */
  readonly isAbandoned: () => boolean;
}

interface Waiting {
  readonly readyAt: number;
  readonly attempt: Attempt;
  readonly begin: () => void;
  readonly refuse: (reason: Error) => void;
}

/** Slows down guessing and locks out nobody: whose turn it is to have a password looked at. */
@Injectable()
export class Attempts {
  private readonly known = new Turns<Waiting>();
  private readonly others = new Turns<Waiting>();
  private readonly wrong = {
    device: new WrongAttempts(slowing.device),
    login: new WrongAttempts(slowing.login),
    group: new WrongAttempts(slowing.group),
    site: new WrongAttempts(slowing.site),
  };
  private underWay = 0;
  private isTurnOfKnown = false;
  private alarm: NodeJS.Timeout | undefined;
  /** What a digest takes of late, in ms. */
  private pace = 50;

  /**
   * Looks at one attempt when its turn comes.
   *
   * @throws {Problem} `too-many` where more wait already than can be looked at in time, for a further attempt at
   * a login at which some from this group wait. What was wrong before is never the reason.
   */
  async at<Result>(attempt: Attempt, look: () => Promise<Result | undefined>): Promise<Result | undefined> {
    await this.turnOf(attempt);
    const begun = performance.now();
    try {
      const result = await look();
      this.learn(attempt, result !== undefined);
      return result;
    } finally {
      this.pace += (performance.now() - begun - this.pace) / 8;
      this.underWay -= 1;
      this.serve();
    }
  }

  private turnOf(attempt: Attempt): Promise<void> {
    return new Promise((begin, refuse) => {
      if (this.mayWaitApart(attempt)) {
        this.known.add([attempt.login], { readyAt: 0, attempt, begin, refuse });
      } else {
        const { site, group } = addressGroup(attempt.address);
        const path = [site, group, attempt.login];
        if (this.others.size >= this.roomFor(path)) throw tooMany();
        const readyAt = performance.now() + this.delayOf(attempt);
        this.others.add(path, { readyAt, attempt, begin, refuse });
      }
      this.serve();
    });
  }

  /**
   * How many may wait before one more. Who guesses on at one login makes room first, who tries one login after the
   * other next, and last the people of a hall of whom each tries once.
   */
  private roomFor(path: readonly string[]): number {
    const [, group = ''] = path;
    const room = Math.max(leastRoom, (queueAtMost / this.pace) * digestsAtOnce);
    if (this.others.sizeAt(path) > 0) return room / 2;
    return this.wrong.group.delayOf(group) > 0 ? room : peopleAtMost;
  }

  /** A device that was taken from its owner is one among the others as soon as it guesses. */
  private mayWaitApart({ isFromKnownDevice, login }: Attempt): boolean {
    return (
      isFromKnownDevice && this.known.sizeAt([login]) < knownAtMost && this.wrong.device.delayOf(login) === 0
    );
  }

  private serve(): void {
    while (this.underWay < digestsAtOnce) {
      const waiting = this.next();
      if (!waiting) break;
      if (waiting.attempt.isAbandoned()) {
        waiting.refuse(tooMany());
        continue;
      }
      this.underWay += 1;
      waiting.begin();
    }
    // Whoever is left has to wait for a time and not for a turn.
    if (this.underWay < digestsAtOnce && this.others.size > 0)
      this.alarm ??= setTimeout(() => {
        this.alarm = undefined;
        this.serve();
      }, 50).unref();
  }

  /** Known devices and all others in turn, so that neither can shut the other out. */
  private next(): Waiting | undefined {
    const now = performance.now();
    const isReady = ({ readyAt }: Waiting): boolean => readyAt <= now;
    this.isTurnOfKnown = !this.isTurnOfKnown;
    return this.isTurnOfKnown
      ? (this.known.next(isReady) ?? this.others.next(isReady))
      : (this.others.next(isReady) ?? this.known.next(isReady));
  }

  private delayOf(attempt: Attempt): number {
    const keys = keysOf(attempt);
    return Math.max(
      this.wrong.login.delayOf(keys.login),
      this.wrong.group.delayOf(keys.group),
      this.wrong.site.delayOf(keys.site),
    );
  }

  private learn(attempt: Attempt, isRight: boolean): void {
    const keys = keysOf(attempt);
    if (isRight) return this.wrong.login.forget(keys.login);
    if (attempt.isFromKnownDevice) this.wrong.device.add(attempt.login);
    this.wrong.login.add(keys.login);
    this.wrong.group.add(keys.group);
    this.wrong.site.add(keys.site);
  }
}

/** What wrong attempts are counted by: a login as tried from a group of addresses, the group, and its site. */
function keysOf({ login, address }: Attempt): { login: string; group: string; site: string } {
  const { site, group } = addressGroup(address);
  return { login: `${group} ${login}`, group, site };
}

const retryAfter = 5;
const tooMany = () =>
  refusal('too-many', `too many are signing in at once, try again in ${retryAfter} s`, { retryAfter });
