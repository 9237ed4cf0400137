/**
 * The first words of the names that Docker gives to containers without one (`zen_curie`), as its name generator has
 * them. A name of this form stands for any other; a name that the page chose, such as `my_web`, only for itself.
 */
const adjectives = `
lonely mad sick small tiny grave desperate drunk evil furious high insane backstabbing berserk cocky prickly
admiring adoring affectionate agitated amazing angry awesome beautiful blissful bold boring brave busy charming clever
compassionate competent condescending confident cool cranky crazy dazzling determined distracted dreamy eager ecstatic
elastic elated elegant eloquent epic exciting fervent festive flamboyant focused friendly frosty funny gallant gifted
goofy gracious great happy hardcore heuristic hopeful hungry infallible inspiring intelligent interesting jolly jovial
keen kind laughing loving lucid magical modest musing mystifying naughty nervous nice nifty nostalgic objective
optimistic peaceful pedantic pensive practical priceless quirky quizzical recursing relaxed reverent romantic sad serene
sharp silly sleepy stoic strange stupefied suspicious sweet tender thirsty trusting unruffled upbeat vibrant vigilant
vigorous wizardly wonderful xenodochial youthful zealous zen
`
  .trim()
  .split(/\s+/)
  .join('|');

/** Source of a regular expression for a generated name. */
export const generatedName = `(?:${adjectives})_[a-z]+\\d?(?![a-z_.])`;
