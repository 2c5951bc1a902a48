import type { CourseSeed } from './course-seed.ts'

export const courses: CourseSeed[] = [
  {
    slug: 'a-business-on-one-page',
    title: 'A small business on one page',
    summary: 'Find out on paper whether it can carry you, before it costs you your savings.',
    description:
      'I have read some four hundred business plans at a credit union in Nairobi and later in Leeds. The good ones fitted on a page. The others were long in order to avoid one number.\n\nWe work on that number: how much must one customer leave, and how many of them can there be in a week? Everything else follows, rent and price and whether you can take a holiday.\n\nYou need an idea, and the courage to let it fail on paper. About one in three does, and those are the people who write to thank me.',
    outcomes: [
      'Work out what one sale really leaves',
      'Find the number of sales at which you can live',
      'Ask ten people in a way that gets honest answers',
      'Set a price and defend it',
      'Write the page that a bank will read to the end',
    ],
    topic: 'money',
    level: 'advanced',
    euros: 120,
    days: 85,
    lessons: {
      'One sale': [
        {
          title: 'What is left of one sale',
          text: 'A loaf costs five euros. Flour, salt and gas are 90 cents. So you earn 4.10 a loaf? Not yet.\n\nThe stall takes ten percent. One loaf in twelve is not sold. The card terminal has its 9 cents, the bag another 6, and driving to the market makes 20 cents a loaf on a good day. What is left is about 2.75.\n\nNow take what you need to live on in a week, and the fixed things that have to be paid if you sell nothing: rent, insurance, the phone. Divide by 2.75. If the result is more loaves than your oven can bake, you have learnt it tonight and not in two years.\n\nDo this for your own idea before you go on. Use bad numbers rather than none.',
        },
        { title: 'Costs that nobody lists', seconds: 900 },
        { title: 'How many can there be?', seconds: 780 },
      ],
      'Ten people': [
        {
          title: 'Questions that get honest answers',
          seconds: 1020,
          transcript:
            'Never ask whether they would buy it. Everyone will say yes, because they like you. Ask what they did the last time. When did you last need this? What did you do instead? What did it cost you? If there was no last time, there will be no next time either. And then the hardest thing of all: be quiet, and let them finish.',
        },
        { title: 'A price you can defend', seconds: 840 },
      ],
      'The page': [
        { title: 'Five paragraphs', seconds: 660 },
        {
          title: 'A page, filled in',
          file: 'one-page.pdf',
          holds:
            'Bread on Wheels, one page\nWho: 60 households in two streets that have no baker.\nWhat one sale leaves: 2.75 of 5.00.\nHow many: 240 loaves a week carry rent, van and 1,900 a month.\nWhat could break it: the oven. A second-hand one costs 2,400.\nWhat I need: 9,000 over three years. My own share: 4,000.',
          below: 'The plan of a baker in Leeds, with her permission. She opened with it, and she is still there.',
        },
        { title: 'When the answer is no', seconds: 540 },
      ],
    },
  },
]
