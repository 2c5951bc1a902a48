import {
  createAccountToken,
  createConsent,
  createDisclosure,
  createExport,
  createExportDownload,
  createLegalHold,
  createMail,
  createSession,
  createSignIn,
  createStaffAction,
  createStoredFile,
  createTicket,
  createTicketNote,
  createTicketReply,
  createUser,
} from './factories.ts'

// biome-ignore lint/suspicious/noExplicitAny: each takes the overrides of its own table
type Factory = (overrides: any) => Promise<unknown>

/** One for every table about people: whoever adds a table adds its factory, and the canary test covers it. */
export const factories: Record<string, Factory> = {
  users: createUser,
  sign_ins: createSignIn,
  sessions: createSession,
  account_tokens: createAccountToken,
  consents: createConsent,
  tickets: createTicket,
  ticket_replies: createTicketReply,
  ticket_notes: createTicketNote,
  files: createStoredFile,
  exports: createExport,
  export_downloads: createExportDownload,
  legal_holds: createLegalHold,
  disclosures: createDisclosure,
  staff_actions: createStaffAction,
  mails: createMail,
}
