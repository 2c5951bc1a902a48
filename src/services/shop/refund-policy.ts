/** Within so many days of paying a course can be given back … */
export const DAYS_TO_RETURN_A_COURSE = 14

/** … by whoever watched less than this share of it. */
export const SHARE_WATCHED_AT_MOST = 0.2

/** The one text of it: for the page of a course, its checkout, letters and help. */
export const courseRefundInWords = `All of it back within ${DAYS_TO_RETURN_A_COURSE} days, if you have watched less than ${SHARE_WATCHED_AT_MOST * 100} %`
