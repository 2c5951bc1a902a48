import { wallAt } from './zones.ts'

const parts = {
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  date: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  day: { day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type TimeStyle = keyof typeof parts | 'clock' | 'full' | 'session'

const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * An instant as people write it where they are: "12 November 2026, 10:04", or only its day, weekday and day, or clock. What
 * somebody comes to is told with its weekday, in short: "Tue 1 Dec 2026, 14:00", or only its date.
 */
export function timeInWords(instant: Date, zone = 'UTC', style: TimeStyle = 'full'): string {
  if (style === 'full') return `${timeInWords(instant, zone, 'day')}, ${timeInWords(instant, zone, 'clock')}`
  if (style === 'session') return `${timeInWords(instant, zone, 'date')}, ${timeInWords(instant, zone, 'clock')}`
  if (style === 'clock') return wallAt(zone, instant).slice(11)
  return formatOf(style, zone).format(instant).replace(',', '')
}

/** The same for a page. Who has told us no zone reads UTC, and our script turns it into their own. */
export function timeElement(instant: Date, zone?: string, style: TimeStyle = 'full'): string {
  const words = timeInWords(instant, zone, style)
  const guess = !zone && (style === 'full' || style === 'session' || style === 'clock')
  const text = guess ? `${words} UTC` : words
  return `<time datetime="${instant.toISOString()}"${guess ? ` data-local="${style}"` : ''}>${text}</time>`
}

// Making a formatter costs a hundred times what using one does.
function formatOf(style: keyof typeof parts, zone: string) {
  const key = `${style} ${zone}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...parts[style], timeZone: zone })
  formats.set(key, format)
  return format
}
