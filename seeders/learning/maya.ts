/** What Maya takes: one course finished, one half done, one just begun, and one that she paid for and may still give back. */
export const taken = [
  { slug: 'git-without-fear', from: 60, to: 36, share: 1 },
  { slug: 'first-programs-in-python', from: 45, to: 11, share: 0.5 },
  { slug: 'joints-that-hold', from: 5, to: 2, share: 0 },
  { slug: 'ukulele-four-chords', from: 3, to: 1, share: 0 },
]

export const note = {
  under: 'Names for values',
  body: 'The sign = means “gets”. Ask on the ward: is the night shift counted for the day it begins or the day it ends?\n\nTry with the rota of May.',
}

/** What she would like to take one day, and what it cost when she saw it. The first one costs less today. */
export const wishes = [
  { slug: 'sql-that-answers-the-question', euros: 59, ago: 40 },
  { slug: 'singing-in-harmony', euros: 45, ago: 15 },
]
