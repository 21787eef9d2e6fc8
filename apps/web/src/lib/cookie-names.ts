/** Readable by scripts: tells the page that asking for the session is worthwhile. Holds nothing secret. */
export const HINT_COOKIE = 'signed-in'
/** Account that the person acts for. */
export const ACCOUNT_COOKIE = 'account'
/** Language that the visitor chose. */
export const LOCALE_COOKIE = 'locale'
