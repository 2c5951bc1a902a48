/** Every letter we write, by the name of its two views in views/mail. */
export const templates = [
  'verify-address',
  'account-exists',
  'reset-password',
  'password-changed',
  'confirm-new-address',
  'email-changed',
  'new-sign-in',
  'ticket-opened',
  'ticket-answered',
  'ticket-resolved',
  'export-ready',
  'deletion-asked',
  'deletion-cancelled',
  'account-erased',
] as const

export type Template = (typeof templates)[number]
