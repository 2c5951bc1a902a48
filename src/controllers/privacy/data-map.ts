import type { Request, Response } from 'express'
import { dataMap, tablesAboutPeople } from '../../privacy/data-map.ts'
import { bySection, entryOf, recipients, tableInWords } from '../../privacy/record.ts'
import { isAboutPeople } from '../../privacy/table.ts'

// The declarations change with the code alone, so the page is put into words once.
const entries = tablesAboutPeople.map(entryOf)
const aboutNobody = dataMap.filter((table) => !isAboutPeople(table)).map(tableInWords)
const map = { entries, aboutNobody, chapters: bySection(entries), recipients: recipients(dataMap) }

export function show(_req: Request, res: Response) {
  res.renderPage('privacy/data-map/show', map)
}
