/** What we promise, in the order in which the page says it. The number is how code, tests and pages speak of it. */
export const chapters = [
  {
    title: 'What we hold',
    promises: {
      P01: 'Your name, address, password hash, profile and role: yours to see, to change and to take along.',
      P02: 'Whatever you do here is listed for you, one line for each thing.',
      P03: 'Of a purchase we keep amount, item and date, and of your card nothing that could be used.',
      P04: 'Your IP address, your browser and a cookie: to spot a sign-in that is not yours, and to help you.',
    },
  },
  {
    title: 'What we leave undone',
    promises: {
      P05: 'No page makes your browser talk to anybody else.',
      P06: 'We do not trade in people: what leaves the house goes to the few named below.',
      P07: 'No machine learns from your words, and we tell the crawlers so.',
      P08: 'Advertisers never get your address or your phone number from us.',
    },
  },
  {
    title: 'Who sees what',
    promises: {
      P09: 'The mentor you book reads your name, address, photo and message, and nothing of your money.',
      P10: 'Stripe is told your name and address, and asks you for the card itself.',
      P11: 'Zoom is told your name and address, to let you in.',
      P12: 'Bunny hands out videos without learning who watches.',
      P13: 'The company that carries our mail sees the envelope and the letter.',
      P14: 'No one besides these. A court gets the least that its order names, and two of us look first.',
    },
  },
  {
    title: 'What you can carry away',
    promises: {
      P15: 'Your account as JSON.',
      P16: 'What you bought as a table, each invoice as a PDF.',
      P17: 'Each conversation as a text file.',
      P18: 'Your reviews and comments as JSON.',
      P19: 'Every file you gave us, exactly as we keep it.',
      P20: 'You have it within a month, and as a rule within minutes.',
      P21: 'A ticket is enough to ask for it, and a button writes that ticket.',
    },
  },
  {
    title: 'What you can change, and end',
    promises: {
      P22: 'Nearly everything you can put right yourself, in your settings.',
      P23: 'What you cannot, we put right when you write to us.',
      P24: 'You can leave, and afterwards we look whether anything of you stayed.',
      P25: 'Marketing and counting stop the moment you switch them off.',
      P26: 'Another place can read your export without asking us how.',
    },
  },
  {
    title: 'How long it stays',
    promises: {
      P27: 'As long as you are here, nothing of yours runs out.',
      P28: 'Thirty days after you asked to leave, at the latest, you are gone from all of it.',
      P29: 'Records of money live for seven years, because tax law asks for them.',
      P30: 'A ticket lives for three years after it was settled.',
      P31: 'Numbers about everyone may stay, because nobody is in them.',
    },
  },
  {
    title: 'How it is guarded',
    promises: {
      P32: 'Nothing travels in the clear.',
      P33: 'Of a password we have only what bcrypt makes of it.',
      P34: 'A card number finds no place in our database, not even in a message.',
      P35: 'The software examines itself every night and shows what it found.',
      P36: 'Should something leak, you hear from us within 72 hours.',
    },
  },
  {
    title: 'The rest of it',
    promises: {
      P37: 'Each cookie is on one page, and that page says how to be rid of it.',
      P38: 'You are sixteen or older; the account of a child is erased as soon as we know.',
      P39: 'When these promises change, you learn of it thirty days before.',
      P40: 'Write “Privacy inquiry” on a ticket and it reaches the people who answer for privacy.',
      P41: 'Leaving and cookies each have a page, and both are linked from here.',
      P42: 'To share a page you follow a plain link; nothing is loaded from any network before.',
    },
  },
] as const

type KeysOf<Chapter> = Chapter extends { promises: infer Promises } ? keyof Promises : never
export type PromiseNumber = KeysOf<(typeof chapters)[number]>

/** What each promise says, by its number. */
export const promises: Record<PromiseNumber, string> = Object.assign({}, ...chapters.map(({ promises }) => promises))

export const promiseNumbers = Object.keys(promises) as PromiseNumber[]
