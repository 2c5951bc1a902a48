import type { CourseSeed } from './course-seed.ts'

export const courses: CourseSeed[] = [
  {
    slug: 'git-without-fear',
    title: 'Git without fear',
    summary: 'Eight commands, one drawing, and what to do when it says something frightening.',
    description:
      'People use Git for years with three memorised lines, and copy the folder when something looks odd. It does not have to be so. Git is a small idea with a large manual: it keeps pictures of your folder, and notes which picture came after which.\n\nWe draw that picture first and type second. At the end you break a repository on purpose, in five ways, and repair each of them.',
    outcomes: [
      'Draw what a commit, a branch and HEAD are',
      'Make small commits with messages that say why',
      'Merge, and resolve a conflict calmly',
      'Undo a change, a commit and a merge',
      'Find something you thought was lost',
    ],
    topic: 'code',
    level: 'beginner',
    euros: 0,
    days: 240,
    lessons: {
      'The picture': [
        {
          title: 'Pictures of a folder',
          text: 'A **commit** is a picture of your whole folder at one moment, with a note of which picture came before. That is all. Everything else is names.\n\nA **branch** is a name stuck on one commit. When you commit, the name moves on to the new one. It is a sticky note and not a copy of anything, which is why making one takes no time.\n\n**HEAD** is where you stand: usually on one of those names.\n\nDraw three circles in a row, with arrows that point *back*. Write `main` over the last one and HEAD over that. You now know more about Git than many who use it every day.',
        },
        { title: 'Your first five commits', seconds: 700 },
        { title: 'A message that says why', seconds: 420 },
      ],
      'Two at once': [
        { title: 'Branches and merging', seconds: 880 },
        {
          title: 'A conflict, line by line',
          seconds: 960,
          transcript:
            'Here it says conflict, and that is only a question. Two people changed the same line, and Git does not guess. Above the row of equals signs is what you have. Below it is what comes in. You may keep one, or the other, or write a third thing. Then take the three marker lines out, save, add the file, commit. Nothing was ever broken.',
        },
      ],
      'When it goes wrong': [
        {
          title: 'Five accidents and their cure',
          text: '- **Changed a file and want it back as it was:** `git restore FILE`. The change is gone for good, so look at `git diff` first.\n- **Committed too early:** `git commit --amend`, as long as nobody else has it.\n- **Committed to the wrong branch:** `git branch right-name`, then `git reset --hard HEAD~1`. The new name keeps what the old one lets go.\n- **Merged and regret it:** `git merge --abort` while it is open, `git revert -m 1 COMMIT` after that.\n- **Lost a commit:** `git reflog` lists every place where HEAD stood. Find it, and put a branch on it.\n\nThe last one is why you need not be afraid. What was once committed stays for weeks, even when no name points to it.',
        },
        { title: 'Break it and mend it', seconds: 1100 },
      ],
    },
  },
  {
    slug: 'web-pages-for-everyone',
    title: 'Web pages that work for everyone',
    summary: 'HTML that a screen reader, an old phone and your future self can understand.',
    description:
      'Most barriers on the web are made in the first ten minutes, by choosing the wrong element. A `div` that is clicked is not a button: it cannot be reached by keyboard, it is not announced, and nobody can tell that it is there.\n\nThe course builds one page for a swimming pool, with opening hours, prices and a form. We test it with the keyboard, at 400 percent, and with a screen reader, and I show you how long each of these takes. It is less than you think.',
    outcomes: [
      'Choose elements for what they mean',
      'Write labels, errors and hints that are read aloud in the right order',
      'Check a page by keyboard in three minutes',
      'Choose colours that can be told apart',
    ],
    topic: 'code',
    level: 'beginner',
    euros: 35,
    days: 150,
    lessons: {
      Structure: [
        { title: 'The page without any CSS', seconds: 660 },
        {
          title: 'Headings are a table of contents',
          text: 'Someone who cannot see the page jumps from heading to heading, as you do with your eyes. So a heading is not big text. It is a promise about what follows.\n\nOne `h1`, which says what the page is. Below it `h2` for its parts, `h3` for parts of those, and no level left out on the way down. If a heading is the wrong size, that is a matter for CSS.\n\nTest: list only the headings of your page, in order. If a stranger can tell from the list what the page offers, you are done.',
        },
        { title: 'Links and buttons', seconds: 540 },
      ],
      Forms: [
        { title: 'A label for every field', seconds: 720 },
        {
          title: 'Errors that help',
          text: '“Invalid input” is a reproach. “Write the date like 24 May 2027” is help.\n\nPut the sentence beside the field, connect it with `aria-describedby`, and keep what was typed. At the top of the form, list all the errors as links to their fields, and move the focus there. Do not rely on red: about one man in twelve cannot tell it from brown.\n\nAnd never disable the button until everything is right. People press it to find out what is missing.',
        },
        { title: 'Three tests in ten minutes', seconds: 900 },
      ],
    },
  },
]
