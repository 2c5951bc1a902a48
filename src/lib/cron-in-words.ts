/** "every day at 03:10 UTC" for 10 3 * * *. What is none of the forms we use stays as it is written. */
export function cronInWords(expression: string) {
  const [minute = '', hour = '', ...rest] = expression.split(' ')
  if (rest.join(' ') !== '* * *') return expression
  if (minute.startsWith('*/') && hour === '*') return `every ${minute.slice(2)} minutes`
  if (hour === '*') return `every hour at :${minute.padStart(2, '0')}`
  return `every day at ${hour.padStart(2, '0')}:${minute.padStart(2, '0')} UTC`
}
