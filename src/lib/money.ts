const formats = new Map<string, Intl.NumberFormat>()

/** "€49.00" for 4900 EUR, "¥490" for 490 JPY. */
export function money(minor: number, currency: string) {
  return formatOf(currency).format(minor / 10 ** minorDigits(currency))
}

/** How many digits the minor unit has: 2 for EUR, none for JPY. */
export function minorDigits(currency: string) {
  return formatOf(currency).resolvedOptions().maximumFractionDigits!
}

// Making a formatter costs a hundred times what using one does.
function formatOf(currency: string) {
  const format = formats.get(currency) ?? new Intl.NumberFormat('en-GB', { style: 'currency', currency })
  formats.set(currency, format)
  return format
}

/** What somebody typed as an amount, "49", "49.5" or "€49,00", in hundredths. Undefined where it is none. */
export function minorOf(typed: string) {
  const [, whole, part = ''] = /^€?\s*(\d{1,7})(?:[.,](\d{1,2}))?\s*€?$/.exec(typed.trim()) ?? []
  return whole === undefined ? undefined : Number(whole) * 100 + Number(part.padEnd(2, '0'))
}
