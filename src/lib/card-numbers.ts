const gap = String.raw`[\s.\-\u2010-\u2015]{0,3}`
const run = new RegExp(String.raw`\+?\d(?:${gap}\d){12,}`, 'g')

/** Digits in a row that are something else, and that would often pass by chance. */
const otherNumbers = /\b(?:[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?|(?:19|20)\d\d-\d\d-\d\d)\b/g

/** Whether 13 to 19 digits that pass the check of payment cards stand in a text, however they are grouped (P34). */
export function hasCardNumber(text: string): boolean {
  const runs = text.normalize('NFKC').replace(otherNumbers, '·').match(run) ?? []
  return runs.filter((digits) => !isPhoneNumber(digits)).some(holdsCard)
}

/** A plus and at most 15 digits, which is all that a phone number may have. */
function isPhoneNumber(digits: string) {
  return digits.startsWith('+') && digits.replace(/\D/g, '').length <= 15
}

/** A card begins and ends where a group of digits does; before and after it an expiry date may stand. */
function holdsCard(digits: string) {
  const groups = digits.match(/\d+/g)!
  return groups.some((_, first) => {
    let candidate = ''
    for (let next = first; next < groups.length && candidate.length < 19; next++) {
      candidate += groups[next]
      if (isCard(candidate)) return true
    }
    return false
  })
}

function isCard(digits: string) {
  return /^[2-9]\d{12,18}$/.test(digits) && luhn(digits) % 10 === 0
}

function luhn(digits: string) {
  return [...digits].reverse().reduce((sum, digit, place) => {
    const weighted = Number(digit) * (place % 2 === 0 ? 1 : 2)
    return sum + (weighted > 9 ? weighted - 9 : weighted)
  }, 0)
}
