import { type Machine, MachineError, type MachineFactory, type OpenOptions } from './machine.ts';

/**
 * A factory that gives the same machine for the main way of every post, as a reader has one computer for a whole
 * series; alternatives get fresh ones. Disposing it removes the machine.
 */
export class OneComputer implements MachineFactory, AsyncDisposable {
  readonly #factory: MachineFactory;
  #machine: Machine | null = null;

  constructor(factory: MachineFactory) {
    this.#factory = factory;
  }

  /** Throws MachineError when none can be had, or when an earlier post has harmed it. */
  async open(options: OpenOptions): Promise<Machine> {
    if (options.walks === 'alternative') return this.#factory.open(options);
    if (this.#machine === null) {
      this.#machine = await this.#factory.open(options);
      return lent(this.#machine, true);
    }
    const injury = await this.#machine.injury();
    if (injury !== null)
      throw new MachineError('an earlier post has made the machine useless', {
        whose: 'machine',
        hint: 'mend that post first, or verify this one alone',
      });
    return lent(this.#machine, false);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#machine?.[Symbol.asyncDispose]();
  }
}

/** A machine that its user may dispose of, and that stays for the next one. */
function lent(machine: Machine, isFresh: boolean): Machine {
  return { ...machine, isFresh, async [Symbol.asyncDispose]() {} };
}
