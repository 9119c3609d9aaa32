import type { SubmittedCommand } from '@open-ballot/shared/contract/live';
import type { Receipt } from '@open-ballot/shared/contract/receipt';

/** A command on its way: kept under its id until a receipt arrives, however often the line drops (rule 9.3). */
interface Waiting {
  readonly command: SubmittedCommand;
  readonly settle: (receipt: Receipt) => void;
  attempts: number;
  sending: boolean;
}

const attemptsAfterFailure = 3;
const pauseMs = 1_500;

/** Sends commands and never claims more than their receipts did. */
export class Outbox {
  private readonly waiting = new Map<string, Waiting>();

  constructor(
    private readonly send: (command: SubmittedCommand) => Promise<Receipt>,
    private readonly isUp: () => boolean,
    private readonly changed: () => void,
  ) {}

  get size(): number {
    return this.waiting.size;
  }

  /** Resolves with the receipt, perhaps after many reconnects; never rejects. */
  put(command: SubmittedCommand): Promise<Receipt> {
    return new Promise((settle) => {
      this.waiting.set(command.commandId, { command, settle, attempts: 0, sending: false });
      this.changed();
      void this.trySending(command.commandId);
    });
  }

  /** The line is back: everything without a receipt goes again, under the same ids. */
  resend(): void {
    for (const commandId of this.waiting.keys()) void this.trySending(commandId);
  }

  private async trySending(commandId: string): Promise<void> {
    const waiting = this.waiting.get(commandId);
    if (!waiting || waiting.sending || !this.isUp()) return;
    waiting.sending = true;
    const receipt = await this.send(waiting.command).catch(() => undefined);
    waiting.sending = false;
    if (!receipt) return this.later(commandId);
    // Whether a failed command was recorded, the same id tells: ask again before saying so.
    if (receipt.outcome === 'failed' && ++waiting.attempts < attemptsAfterFailure)
      return this.later(commandId);
    this.waiting.delete(commandId);
    this.changed();
    waiting.settle(receipt);
  }

  private later(commandId: string): void {
    setTimeout(() => void this.trySending(commandId), pauseMs);
  }
}
