import type { CourseSeed } from './course-seed.ts'

export const courses: CourseSeed[] = [
  {
    slug: 'a-budget-that-survives-march',
    title: 'A household budget that survives March',
    summary: 'Four jars, one evening a month, and no app that wants to know your bank.',
    description:
      'Budgets fail in March because January was written by an optimist. The car, the dentist and the birthday were not in it, although all three come every year.\n\nWe start from last year’s real spending, find the bills that come once or twice a year, and divide the rest into four jars. You may do it on paper or with the sheet in lesson five. It takes one long evening, and then half an hour a month.\n\nI used to advise people with debts. The method is the one that worked for those who had the least room.',
    outcomes: [
      'Say what you really spent last year, to within five percent',
      'Turn yearly bills into monthly ones',
      'Divide what is left into four jars',
      'Keep it up in half an hour a month',
      'Talk about money at home without a quarrel',
    ],
    topic: 'money',
    level: 'beginner',
    euros: 0,
    days: 310,
    lessons: {
      'The real numbers': [
        {
          title: 'Last year, as it was',
          seconds: 780,
          transcript:
            'Do not begin with what you should spend. Begin with what you did. Take twelve bank statements and three coloured pens. Green is what comes every month. Yellow is what comes once or twice a year. Everything else gets red, and please do not judge it yet. We only want to know how thick each pile is.',
        },
        {
          title: 'The bills that come once a year',
          text: 'Insurance, tax, the dentist, school things, a birthday for each person you love, the week in summer, the washing machine that dies. None of these is a surprise. What surprises is only the month.\n\nAdd up last year’s yellow bills and divide by twelve. For most households it is between a sixth and a quarter of the income, and this is the hole through which March falls.\n\nThat amount goes to a separate account on pay day, before anything else. When the bill comes, the money is there, and it is a dull afternoon instead of a bad one.',
        },
      ],
      'Four jars': [
        { title: 'Home, table, yearly, free', seconds: 660 },
        {
          title: 'When it does not add up',
          text: 'Then you know, and that is better than before. There are three ways, and it helps to take them in this order.\n\n1. **Once:** go through the green bills for what nobody would miss. Two contracts in a household of four are usually forgotten ones.\n2. **Each month:** lower the jar for the table by a tenth, not by a half. A tenth can be kept.\n3. **Ask:** benefits, an instalment plan, a debt advice centre. The advice is free nearly everywhere in Europe, and they have seen worse.\n\nWhatever you do, keep the jar called *free*, even with ten euros in it. A budget without it breaks within a month.',
        },
        {
          title: 'The sheet',
          file: 'four-jars.csv',
          holds:
            'jar,what,per month,per year\nhome,rent,0,0\nhome,power and heating,0,0\ntable,food,0,0\nyearly,insurance,0,0\nyearly,dentist,0,0\nyearly,birthdays,0,0\nfree,whatever I like,0,0\n',
          below: 'Opens in any spreadsheet. Nothing in it is sent anywhere.',
        },
        { title: 'Half an hour a month', seconds: 420 },
      ],
    },
  },
  {
    slug: 'reading-your-payslip',
    title: 'Reading your payslip',
    summary: 'What the lines mean, which of them may be wrong, and whom to ask.',
    description:
      'In my years as an adviser about one payslip in eight had a mistake in it, and most had been there for a long time. Nobody had looked, because it looks as though somebody else already had.\n\nWe go through one slip from top to bottom: gross, allowances, tax, insurance, what the employer pays on top, and net. The examples are from Germany, Austria and the Netherlands. The questions to ask are the same everywhere.\n\nThis is not legal advice, and it does not replace your union or an adviser.',
    outcomes: [
      'Explain the way from gross to net',
      'Check hours, overtime and holidays against your own notes',
      'Spot the five most frequent mistakes',
      'Write a friendly letter that asks for a correction',
    ],
    topic: 'money',
    level: 'beginner',
    euros: 0,
    days: 45,
    lessons: {
      'Top to bottom': [
        { title: 'From gross to net', seconds: 840 },
        {
          title: 'Keep notes of your own',
          text: 'A payslip can only be checked against something. Write down each day when you began and when you stopped, on paper or in the calendar, and keep it for three years.\n\nCount the hours at the end of the month before the slip arrives. It is strange how well a wrong number explains itself once you have seen it.\n\nDo the same for holidays: how many you had on 1 January, how many you took. It is the line that is wrong most often, and the one where your employer rarely means it.',
        },
      ],
      'What may be wrong': [
        {
          title: 'Five frequent mistakes',
          text: '- **The old rate:** a rise was agreed, and the wage office never heard of it.\n- **Overtime without its supplement:** the hours are there, the extra is not.\n- **The wrong tax class**, often after a wedding or a move.\n- **Sick days booked as holidays.**\n- **A bonus or allowance that ended** with a form that somebody forgot to renew.\n\nNone of these is bad will. All of them are your money.',
        },
        { title: 'A friendly letter', seconds: 460 },
        { title: 'How far back you can ask', seconds: 380 },
      ],
    },
  },
  {
    slug: 'bookkeeping-for-one-person',
    title: 'Bookkeeping for one person',
    summary: 'Invoices, receipts, tax money set aside: an hour a week for people who work for themselves.',
    description:
      'You do not need to become an accountant. You need to know at any moment what is yours, what belongs to the tax office, and who has not paid.\n\nThe course follows a freelance illustrator through one year: her first invoice, a client who pays late, a new computer, the yearly closing. We use plain tables. Software comes in the last lesson, when you know what it should do for you.\n\nRules are those of the EU in general, with notes where countries differ.',
    outcomes: [
      'Write an invoice that has everything it must have',
      'Keep income and expenses in one table that closes to the cent',
      'Set aside the right share for tax and VAT',
      'Remind a client three times, firmly and politely',
      'Close the year in a weekend',
    ],
    topic: 'money',
    level: 'intermediate',
    euros: 80,
    days: 220,
    lessons: {
      'Every week': [
        { title: 'One table', seconds: 900 },
        {
          title: 'What an invoice must have',
          text: 'Ten things, and the order does not matter: your name and address, your client’s, the date, the day on which you delivered, a number that follows the one before, what you did, the amount without VAT, the rate, the VAT in money, and your VAT number or the sentence that says why there is none.\n\nThe number is where people slip. It must run on without gaps, and an invoice that was sent is never changed. If it was wrong, you write a **credit note** that cancels it, and a new invoice.\n\nState when you expect the money. “Within 14 days” is normal. If you say nothing, in most of Europe the law says thirty.',
        },
        { title: 'The tax office’s share', seconds: 720 },
      ],
      'When they do not pay': [
        { title: 'Three reminders', seconds: 600 },
        {
          title: 'Letters to copy',
          file: 'reminders.txt',
          holds:
            'First, a week late\n\nPerhaps my invoice 2027-014 of 3 March has got lost. A copy is attached. I would be glad to receive the amount by the 24th.\n\nSecond, three weeks late\n\nInvoice 2027-014 is still open. Please let me know today when I can expect it, or what keeps you from paying it.\n\nThird\n\nI have asked twice. From today I charge interest at the legal rate, and on the 1st I hand the claim over.\n',
          below: 'Three letters. The second one is the most useful, since it asks a question.',
        },
      ],
      'Every year': [
        { title: 'Things that last longer than a year', seconds: 840 },
        { title: 'Closing in a weekend', seconds: 1320 },
      ],
    },
  },
]
