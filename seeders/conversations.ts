import type { TicketCategory, TicketQueue } from '../src/models/ticket.ts'

/** So many hours ago, one of our staff or else the requester wrote this. */
export type Line = { ago: number; staff?: string; body: string; attached?: { name: string; text: string } }

type Conversation = {
  /** The address of a person of the demo, or of a visitor. */
  by: string
  category: TicketCategory
  queue: TicketQueue
  subject: string
  status: 'open' | 'answered' | 'resolved'
  browser: string
  os: string
  lines: Line[]
  notes?: Line[]
}

const [sam, petra] = ['sam@example.org', 'petra@example.org']
const firefox = { browser: 'Firefox 145.0', os: 'Linux' }
const safari = { browser: 'Safari 26.1', os: 'iOS 26.1' }

export const tickets: Conversation[] = [
  {
    by: 'maya@example.org',
    category: 'booking',
    queue: 'support',
    subject: 'Two sessions on one evening',
    status: 'answered',
    ...firefox,
    lines: [
      {
        ago: 50,
        body: 'Can I book two half hours in a row with the same mentor?\n\nI would like to bring a joint that is half finished. My free evenings are in the file.',
        attached: {
          name: 'evenings.txt',
          text: 'Tuesday, 19:00 to 21:00\nThursday, from 20:00, not in the last week\n',
        },
      },
      {
        ago: 44,
        staff: sam,
        body: 'You can, once booking opens. Until then, tell your mentor in the first session, and they can plan for it.',
      },
    ],
  },
  {
    by: 'maya@example.org',
    category: 'privacy',
    queue: 'privacy',
    subject: 'Privacy inquiry',
    status: 'open',
    ...firefox,
    lines: [
      { ago: 21 * 24, body: 'Which of you can read what I write to support, and for how long do you keep it?' },
      {
        ago: 20 * 24,
        staff: petra,
        body: 'Our support and I. A ticket goes three years after it is settled, and each time one of us opens yours you can see it under Your data.',
      },
      { ago: 30, body: 'Thank you. And the browser I wrote from, is that kept as long?' },
    ],
    notes: [
      { ago: 26, staff: petra, body: 'It goes with the ticket. Check the wording in the data map before I answer.' },
    ],
  },
  {
    by: 'tomas@example.org',
    category: 'general',
    queue: 'support',
    subject: 'My photo lies on its side',
    status: 'resolved',
    ...safari,
    lines: [
      { ago: 9 * 24, body: 'The photo in my profile is turned. On my phone it stands upright.' },
      {
        ago: 9 * 24 - 3,
        staff: sam,
        body: 'Phones write the direction into notes beside the picture, and we remove all such notes. Please upload it once more: we turn it before we do.',
      },
      { ago: 8 * 24, body: 'It stands. Thank you!' },
    ],
  },
  {
    by: 'chiamaka@example.org',
    category: 'invoice',
    queue: 'support',
    subject: 'A letter is missing in my street',
    status: 'open',
    ...safari,
    lines: [
      {
        ago: 80,
        body: 'It should be Lindenstraße with ß, and the house number is 12, not 21. Can the invoice be issued again?',
      },
    ],
    notes: [
      {
        ago: 76,
        staff: sam,
        body: 'No order of hers is in the books yet. Asked finance whether this came from another shop.',
      },
    ],
  },
  {
    by: 'ann.porter@example.net',
    category: 'general',
    queue: 'support',
    subject: 'Do I need a camera?',
    status: 'open',
    ...firefox,
    lines: [{ ago: 5, body: 'I have no account yet. Is a microphone enough for a session?' }],
  },
]
