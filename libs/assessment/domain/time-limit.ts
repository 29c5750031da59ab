/** Minutes of a quiz whose author names none. */
export const usualMinutes = 30;

/** An attempt without a limit is closed after a day, so that none stays open for ever. */
export const unlimitedMinutes = 24 * 60;

/**
 * Seconds after the deadline before the server hands an attempt in: answers written in time may still be on the way
 * through our own queue, whose wait is not charged to the examinee.
 */
export const graceSeconds = 15;

/** The most of our own waiting that is credited to an answer, in seconds; below the grace. */
export const mostCreditedSeconds = 10;
