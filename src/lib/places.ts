/** ICU goes on using names of cities that the cities themselves, and the time zone database, have left behind. */
const renamed: Record<string, string> = {
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
}

/** Zones and languages by the names that the standards give them, for people to choose from. */
export const timeZones = ['UTC', ...Intl.supportedValuesOf('timeZone').map(nameToday)].sort()

const options = timeZones.map((zone) => `<option value="${zone}">${zone.replaceAll('_', ' ')}</option>`).join('')

/** All of them as options of a page, made once: to make them again took as long as the rest of the page. */
export function zoneOptions(chosen: string) {
  return options.replace(`value="${chosen}"`, '$& selected')
}

const tags =
  'ar bg bn ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka ko lt lv mk ms mt nb nl nn pa pl ' +
  'pt ro ru sk sl sq sr sv sw ta te th tr uk ur vi yo zh zu'

export const languages = tags.split(' ').map((tag) => ({ value: tag, label: `${ownName(tag)} (${englishName(tag)})` }))

function nameToday(zone: string) {
  return renamed[zone] ?? zone
}

function ownName(tag: string) {
  return new Intl.DisplayNames(tag, { type: 'language' }).of(tag)!
}

function englishName(tag: string) {
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag)!
}
