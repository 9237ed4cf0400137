/** Under which the reader's own values are kept for this page, as long as its tab is open. */
export const valuesKey = `seaworthy-values ${location.pathname}`;
