const formats = new Map<string, Intl.NumberFormat>()

/** "€49.00" for 4900 EUR, "¥490" for 490 JPY. */
export function money(minor: number, currency: string) {
  const format = formatOf(currency)
  return format.format(minor / 10 ** format.resolvedOptions().maximumFractionDigits!)
}

// Making a formatter costs a hundred times what using one does.
function formatOf(currency: string) {
  const format = formats.get(currency) ?? new Intl.NumberFormat('en-GB', { style: 'currency', currency })
  formats.set(currency, format)
  return format
}
