/** What those who came wrote of their mentors, with the stars they gave. */
export const ofMentors: [string, number][] = [
  ['Looked closely, said little, and each word of it helped.', 5],
  ['I came with five questions and left with one, the right one.', 5],
  ['Kind about my mistakes and exact about their reasons.', 5],
  ['Good, if a little fast for me in the last ten minutes.', 4],
  ['We found the fault in the first quarter of an hour and used the rest well.', 5],
  ['I had expected a lecture. It was a conversation.', 5],
  ['Useful, though my camera was worse than my work.', 4],
  ['Sent me a list afterwards without being asked.', 5],
  ['Honest: told me to stop and begin again. That saved me a month.', 4],
  ['I would come again, and have booked already.', 5],
]

/** What mentors wrote of those who came: read by them alone. */
export const ofMentees: [string, number][] = [
  ['Came prepared, and asked until it was clear.', 5],
  ['Had tried three things before we met, which is two more than most.', 5],
  ['A pleasure. Next time show me the failed one as well.', 4],
]

/** What people write when they book. */
export const wishes = [
  'I have begun twice and stopped at the same place. I would like to see what I do there.',
  'I can show you what I have. It is not much, and I do not know what is missing.',
  'There is a decision to take by the end of the month, and I would like a second pair of eyes.',
  'My work is finished and I do not like it. I cannot say why.',
  'I would like to know whether I practise the right thing.',
]
