import { readFileSync } from 'node:fs'

/** What only asks the app and the database may share a process: to start one takes longer than most such files. */
const sociable = /^(test\/(?:(?:requests|services)\/[^/]+|lib|middleware|structure|jobs|privacy|gateways|journeys))\//

/** Declares tables that no migration made, or searches the whole house for what somebody left. */
const alone = /support\/(shared-rows|everywhere)\.ts/

/** The files of a folder are run by one process, one after the other; any other file is alone. */
export function inBatches(files: string[]) {
  return Object.values(Object.groupBy(files, (file) => roomOf(file))) as string[][]
}

function roomOf(file: string) {
  const folder = sociable.exec(file)?.[1]
  return !folder || alone.test(readFileSync(file, 'utf8')) ? file : folder
}
