import type { CourseSeed } from './course-seed.ts'

export const courses: CourseSeed[] = [
  {
    slug: 'first-programs-in-python',
    title: 'First programs in Python',
    summary: 'For people who have never programmed and have forty minutes in the evening.',
    description:
      'You will write seven small programs, each useful to somebody: a tip calculator, a list of birthdays, a rota for four people, and so on. Nobody prints “hello world” more than once.\n\nEvery lesson ends in something that runs. When it does not run, there is a lesson for that too: reading an error message is half of the trade, and it is the half that most courses skip.\n\nYou need a computer where you may install Python. A tablet is not enough.',
    outcomes: [
      'Write and run a program of thirty lines',
      'Read an error message from the bottom up',
      'Keep things in lists and dictionaries, and know which to take',
      'Split a program into functions that have names',
      'Read a spreadsheet from a file and count what is in it',
    ],
    topic: 'code',
    level: 'beginner',
    euros: 0,
    days: 290,
    lessons: {
      'It runs': [
        {
          title: 'Installing, and the first line',
          seconds: 620,
          transcript:
            'Open a terminal. It is only a place where you type instead of click. Write python, a space, dash dash version, and press return. If it answers with a number that starts with three, you are done installing. If it says command not found, stop the video and read the note below, there are two lines for each system.',
          below: 'Windows: install from python.org and tick *Add to PATH*. macOS and Linux: try `python3` first.',
        },
        {
          title: 'Names for values',
          text: 'A variable is a name that you put on a value, like a label on a jar.\n\n```python\nbill = 48\ntip = bill * 0.1\nprint(bill + tip)\n```\n\nThe sign `=` does not mean “is equal”. Read it as *gets*: `bill` gets 48. That is why this is not nonsense:\n\n```python\nbill = bill + 5\n```\n\nTake what the name holds now, add five, and put the label on the result. Choose names that you can say aloud. `b2` will mean nothing to you on Thursday.',
        },
        { title: 'Asking and deciding', seconds: 840 },
      ],
      'It does not run': [
        {
          title: 'Reading an error from the bottom up',
          text: 'When Python stops, it prints a *traceback*. Read the **last** line first:\n\n```\nTypeError: can only concatenate str (not "int") to str\n```\n\nIt says what went wrong: you added a text and a number. The line above it says where. Everything further up is how the program got there, and you rarely need it at first.\n\nThree of them make up most of a beginner’s week. `NameError`: you misspelt a name, or used it before it existed. `TypeError`: the right idea with the wrong kind of value. `IndentationError`: the line starts at the wrong place.\n\nWhen you are stuck, explain the line aloud to somebody. They need not answer.',
        },
        { title: 'Finding the wrong line with print', seconds: 560 },
      ],
      'It remembers': [
        { title: 'Lists: a rota for four people', seconds: 1140 },
        { title: 'Dictionaries: whose birthday is it', seconds: 900 },
        {
          title: 'A file to practise on',
          file: 'shifts.csv',
          holds:
            'date,early,late,night\nMonday,Ana,Ben,Chidi\nTuesday,Ben,Chidi,Dora\nWednesday,Chidi,Dora,Ana\nThursday,Dora,Ana,Ben\nFriday,Ana,Ben,Chidi\nSaturday,Ben,Chidi,Dora\nSunday,Chidi,Dora,Ana\n',
          below:
            'A week of shifts. Count how many nights each person has, and find out whether anybody works early after a night.',
        },
        { title: 'Functions, and where to go next', seconds: 780 },
      ],
    },
  },
  {
    slug: 'sql-that-answers-the-question',
    title: 'SQL that answers the question',
    summary: 'Joins, grouping and windows, learnt on the database of a small library.',
    description:
      'You can write `select * from loans`. Now somebody asks which books nobody has borrowed for a year, and your answer is wrong by eleven because of a join you did not think about.\n\nThis course works on one database, the library of a village of two thousand, and on twelve questions that its librarian really asked. For each one we first say **what one row of the answer is**. After that the query mostly writes itself.\n\nPostgreSQL is used throughout. Everything but two lessons works in SQLite and MariaDB as well.',
    outcomes: [
      'Say what one row of a result stands for before writing it',
      'Choose between an inner join, an outer join and exists',
      'Group without losing or doubling rows',
      'Use window functions for running totals and for first and last',
      'Read a plan far enough to see why a query is slow',
    ],
    topic: 'code',
    level: 'intermediate',
    euros: 49,
    days: 190,
    lessons: {
      'One row is one what?': [
        {
          title: 'The question before the query',
          text: 'The librarian asks: *How many members are active?* Three people write three queries and get 212, 198 and 640. All of them are right.\n\nThe first counted members with a loan this year, the second members with a loan that is still open, the third counted **loans**. The third is the classic: a join made one row for each loan, and `count(*)` counted those.\n\nSo write a comment before you write the query: `-- one row per member with at least one loan since January`. If you cannot finish the sentence “one row per”, you do not know yet what you are asking. Go back and ask.\n\nWhen the query is done, prove it. Take one member, count by hand, and compare.',
        },
        { title: 'A tour of the library', seconds: 540 },
      ],
      'Joins without surprises': [
        { title: 'What an inner join throws away', seconds: 780 },
        { title: 'Books nobody borrowed', seconds: 960 },
        {
          title: 'not in, and the trap in it',
          text: '`where id not in (select book_id from loans)` returns nothing at all as soon as a single `book_id` is null. The reason is logic and not a bug: `5 not in (1, null)` asks whether 5 differs from something unknown, and the answer is unknown.\n\nWrite `where not exists (select from loans where loans.book_id = books.id)` instead. It says what you mean, it does not care about nulls, and the planner turns it into an anti join, which is as fast as it gets.',
        },
      ],
      'Groups and windows': [
        { title: 'Group by, slowly', seconds: 840 },
        { title: 'Running totals', seconds: 1020 },
        { title: 'The latest loan of each member', seconds: 900 },
        {
          title: 'Twelve questions',
          file: 'questions.txt',
          holds:
            'Twelve questions of a librarian\n\n1. Which books has nobody borrowed for a year?\n2. Who has more than five books at home today?\n3. How long is a book out, on average and in the middle?\n4. Which day of the week is the busiest?\n5. Who brought everything back in time, always?\n6. Which author is lent most for each copy we own?\n',
          below:
            'The first six, without answers. Write the comment “one row per …” for each before you open the next lesson.',
        },
      ],
    },
  },
]
