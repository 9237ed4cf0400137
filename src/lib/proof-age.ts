/** After so many days a proof is shown as old. */
export const oldAfterDays = 90;

/** What stands behind the words for a proof that held when it was made, but is old. */
export const oldWords = ' long ago,';
