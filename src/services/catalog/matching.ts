/** Beyond so many nobody counts, nor looks for the best: a number so large helps no one to choose. */
export const MOST_COUNTED = 500

/** How near a word itself is, wherever it stands: nearer than a title that is merely like it. */
const IN_THE_TEXT = 0.5

/**
 * Courses that have the words $q in their text, and those with about these words in their title, each with how near the
 * title is. Each side reads its own index: joined by an "or", PostgreSQL would take every text apart again.
 */
export const found = `with found as materialized (
  select id, max(near) as near from (
    (select id, ${IN_THE_TEXT}::real as near from courses
     where status = 'published'
       and to_tsvector('english', title || ' ' || summary || ' ' || description) @@ websearch_to_tsquery('english', $q::text)
     order by learners_count desc limit ${MOST_COUNTED + 1})
    union all
    (select id, word_similarity($q::text, title) from courses
     where status = 'published' and $q::text <% title limit ${MOST_COUNTED + 1})
  ) sides group by id
)`

/** What puts a course that was found before another: its title, then how many take it. */
export const nearest = ['f.near', 'c.learners_count']

/** The same for mentors, by their name and by what they show. */
export const foundMentors = `with found as materialized (
  select id, max(near) as near from (
    (select id, ${IN_THE_TEXT}::real as near from users
     where role = 'mentor' and shown_words(name, headline, skills, shown) @@ websearch_to_tsquery('english', $q::text)
     limit ${MOST_COUNTED})
    union all
    (select id, word_similarity($q::text, name) from users where role = 'mentor' and $q::text <% name limit ${MOST_COUNTED})
  ) sides group by id
)`
