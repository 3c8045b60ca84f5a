import type { Blocker } from '../policy/gate.js';

/** What a person is told when something is refused. Every refusal the service makes is one of these. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    detail: string,
  ) {
    super(detail);
    this.name = new.target.name;
  }
}

/** One or more gates are shut; every one of them is named. */
export class Blocked extends Refusal {
  constructor(readonly blockers: readonly Blocker[]) {
    super(409, 'This cannot be done yet', blockers.map(({ message }) => message).join('. '));
  }
}

/** Somebody changed the record after the sender was shown it. */
export class StaleVersion extends Refusal {
  constructor(readonly currentVersion: number) {
    super(409, 'Changed by somebody else', 'The record was changed after you opened it. Nothing was overwritten.');
  }
}

/** Not there, or not the asker's to see: the two are never told apart. */
export class NotFound extends Refusal {
  constructor(detail = 'There is nothing here, or it is not yours to see.') {
    super(404, 'Not found', detail);
  }
}

export type FieldError = { readonly field: string; readonly message: string };

/** For a list of checks: the fault of a field, or none. */
export const faultIf = (isFault: boolean, field: string, message: string): FieldError[] =>
  isFault ? [{ field, message }] : [];

/** What was sent does not fit; each fault names its field. */
export class Invalid extends Refusal {
  constructor(readonly errors: readonly FieldError[]) {
    super(422, 'Check what you entered', errors.map(({ message }) => message).join('. '));
  }
}

/** Throws when there is any fault. */
export function refuse(faults: readonly FieldError[]): void {
  if (faults.length > 0) throw new Invalid(faults);
}

/** Throws when any gate is shut. */
export function refuseShut(blockers: readonly Blocker[]): void {
  if (blockers.length > 0) throw new Blocked(blockers);
}

export class NotSignedIn extends Refusal {
  constructor() {
    super(401, 'Sign in', 'You need to sign in.');
  }
}

export class NotPermitted extends Refusal {
  constructor(detail = 'Your roles do not include this.') {
    super(403, 'Not permitted', detail);
  }
}

/** The same submission key came with a different body. */
export class KeyReused extends Refusal {
  constructor() {
    super(422, 'Sent before', 'This form was already sent with other answers. Open it again to send new ones.');
  }
}

export class TooManyTries extends Refusal {
  constructor() {
    super(429, 'Too many tries', 'Wait a few minutes and try again.');
  }
}

/** Nothing is wrong: the form comes back with what it would do, and is sent again to be done. */
export class ShownFirst extends Refusal {
  constructor() {
    super(200, 'Look before you save', 'Nothing is saved yet.');
  }
}
