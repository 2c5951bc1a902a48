import type { PromiseNumber } from '../../../../privacy/promises.ts'
import { booksKept, correctionsOnRecord } from './books.ts'
import type { Check } from './check.ts'
import { cookiesListed } from './cookies.ts'
import {
  accountInExport,
  conversationsInExport,
  exportsByTicket,
  exportsInTime,
  invoicesInExport,
  schemasInExport,
  uploadsInExport,
  wordsInExport,
} from './exports.ts'
import { encryptedTransport, hashedPasswords, noCardNumbers } from './guards.ts'
import { accountData, everythingDeclared, technicalData } from './holdings.ts'
import { accountsErased, goneInTime } from './leaving.ts'
import { mentorsSeeLittle } from './mentors.ts'
import { noTraining, ownHostOnly, plainShareLinks, relatedPages } from './pages.ts'
import { cardsUnknown } from './payments.ts'
import { privacyTickets, sixteenOrOlder } from './people.ts'
import { mailProvider, nobodyWatching, nothingSold, stripeTold, zoomGuests } from './processors.ts'
import { activeAccountsStay, ticketsExpire } from './retention.ts'
import { everyNight } from './self-audit.ts'
import { choicesHold, editablePages } from './settings.ts'
import { sumsWithoutPeople } from './sums.ts'

/** One check for each promise that is built. A promise that is not named here is not built yet, and the pages say so. */
export const checks: Partial<Record<PromiseNumber, Check>> = {
  P01: accountData,
  P02: everythingDeclared,
  P03: cardsUnknown,
  P04: technicalData,
  P05: ownHostOnly,
  P06: nothingSold,
  P07: noTraining,
  P09: mentorsSeeLittle,
  P10: stripeTold,
  P11: zoomGuests,
  P12: nobodyWatching,
  P13: mailProvider,
  P15: accountInExport,
  P16: invoicesInExport,
  P17: conversationsInExport,
  P18: wordsInExport,
  P19: uploadsInExport,
  P20: exportsInTime,
  P21: exportsByTicket,
  P22: editablePages,
  P23: correctionsOnRecord,
  P24: accountsErased,
  P25: choicesHold,
  P26: schemasInExport,
  P27: activeAccountsStay,
  P28: goneInTime,
  P29: booksKept,
  P30: ticketsExpire,
  P31: sumsWithoutPeople,
  P32: encryptedTransport,
  P33: hashedPasswords,
  P34: noCardNumbers,
  P35: everyNight,
  P37: cookiesListed,
  P38: sixteenOrOlder,
  P40: privacyTickets,
  P41: relatedPages,
  P42: plainShareLinks,
}
