const gap = String.raw`[\s.\-\u2010-\u2015]{0,3}`
const run = new RegExp(String.raw`\+?\d(?:${gap}\d){12,}`, 'g')

/** Digits in a row that are something else, and that would often pass by chance. */
const otherNumbers =
  /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b|\b(?:[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?|(?:19|20)\d\d-\d\d-\d\d)\b/g

/** How numbers begin that somebody issues, and how many digits those have. */
const issuers = [
  /^4(\d{12}|\d{15}|\d{18})$/, // Visa
  /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)\d+$(?<=^\d{16})/, // Mastercard
  /^3[47]\d{13}$/, // American Express
  /^(6011|64[4-9]|65|62|81|60|82|508)\d+$(?<=^\d{16,19})/, // Discover, UnionPay, RuPay
  /^(30[0-5]|3095|36|38|39)\d+$(?<=^\d{14,19})/, // Diners Club
  /^35(2[89]|[3-8]\d)\d{12,15}$/, // JCB
  /^(50|5[6-8]|6)\d+$/, // Maestro and what runs over it
  /^220[0-5]\d{12,15}$/, // Mir, Borica
  /^(9792|9860|8600)\d{12}$/, // Troy, Humo, Uzcard
]

/** Whether 13 to 19 digits stand in a text that some issuer's cards begin with and that pass their check, however they are grouped (P34). */
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
  return /^[2-9]\d{12,18}$/.test(digits) && issuers.some((issuer) => issuer.test(digits)) && luhn(digits) % 10 === 0
}

function luhn(digits: string) {
  return [...digits].reverse().reduce((sum, digit, place) => {
    const weighted = Number(digit) * (place % 2 === 0 ? 1 : 2)
    return sum + (weighted > 9 ? weighted - 9 : weighted)
  }, 0)
}
