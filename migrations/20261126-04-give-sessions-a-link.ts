import type { Migration } from '../src/db/migrator.ts'

export const up: Migration = (sql) =>
  sql(`
    alter table bookings
      add meeting_link text check (meeting_link like 'https://%' and length(meeting_link) <= 500),
      add mentor_said text check (mentor_said in ('met', 'mentor missing', 'mentee missing', 'neither came')),
      add mentee_said text check (mentee_said in ('met', 'mentor missing', 'mentee missing', 'neither came'));
  `)
