import type { CaseFound } from '../cases/find-case.js';

/** Said above a form whose saving would undo a sign-off. */
export const signedOffLead = ({ signedOffBy }: CaseFound, otherwise = ''): string =>
  signedOffBy === null
    ? otherwise
    : `This preparation is signed off. Saving here removes the sign-off and takes the case back to preparation. ${otherwise}`.trim();
