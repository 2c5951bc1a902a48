import { courses as adaeze } from './adaeze.ts'
import type { CourseSeed } from './course-seed.ts'
import { courses as hanneke } from './hanneke.ts'
import { courses as ilse } from './ilse.ts'
import { courses as ingrid } from './ingrid.ts'
import { courses as joseph } from './joseph.ts'
import { courses as leila } from './leila.ts'
import { courses as meiling } from './meiling.ts'
import { courses as nikos } from './nikos.ts'
import { courses as priya } from './priya.ts'
import { courses as rosa } from './rosa.ts'
import { courses as tomas } from './tomas.ts'
import { courses as wanjiru } from './wanjiru.ts'
import { courses as yusuf } from './yusuf.ts'

/** Every course of the demo, by who teaches it: the part of their address before @example.org. */
export const coursesOf: Record<string, CourseSeed[]> = {
  ...{ adaeze, hanneke, ilse, ingrid, joseph, leila, meiling, nikos, priya, rosa, tomas, wanjiru, yusuf },
}
