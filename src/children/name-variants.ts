/**
 * Names by which one child may be called, folded. A house list of common short forms and spellings in England and Wales,
 * taken from no source and not complete: a name that is not here is compared by its letters.
 */
const shortForms: readonly (readonly string[])[] = [
  ['abigail', 'abi', 'abby', 'gail'],
  ['adam', 'addy'],
  ['albert', 'alfred', 'bert', 'bertie', 'alfie', 'alf'],
  ['alexander', 'alexandra', 'alex', 'sandy', 'sasha', 'xander', 'lex', 'lexi'],
  ['alistair', 'alasdair', 'ali', 'al'],
  ['andrew', 'andy', 'drew'],
  ['anthony', 'antony', 'tony', 'ant'],
  ['benjamin', 'ben', 'benny', 'benji'],
  ['charles', 'charlotte', 'charlie', 'chas', 'lottie'],
  ['christopher', 'christian', 'christina', 'christine', 'chris', 'kit', 'topher', 'tina', 'chrissy'],
  ['daniel', 'danielle', 'dan', 'danny', 'dani'],
  ['david', 'dave', 'davey', 'dai', 'dewi'],
  ['deborah', 'debra', 'deb', 'debbie'],
  ['edward', 'edmund', 'edwin', 'ed', 'eddie', 'ted', 'teddy', 'ned'],
  ['eleanor', 'elena', 'ellie', 'nell', 'nora', 'lena'],
  ['elizabeth', 'elisabeth', 'liz', 'lizzie', 'beth', 'betty', 'eliza', 'libby', 'ellie', 'elsie'],
  ['emily', 'emma', 'em', 'emmie', 'millie'],
  ['frances', 'francis', 'fran', 'frank', 'frankie'],
  ['frederick', 'fred', 'freddie', 'rick'],
  ['gabriel', 'gabrielle', 'gabe', 'gaby'],
  ['george', 'georgia', 'georgina', 'georgie'],
  ['gregory', 'greg'],
  ['harold', 'harriet', 'henry', 'harry', 'hal', 'hattie'],
  ['isabella', 'isabel', 'isobel', 'bella', 'izzy', 'issy'],
  ['jacob', 'jake', 'coby'],
  ['james', 'jim', 'jimmy', 'jamie', 'jem'],
  ['jennifer', 'jenny', 'jen'],
  ['jessica', 'jess', 'jessie'],
  ['john', 'jonathan', 'jack', 'johnny', 'jon', 'sean', 'shaun', 'shawn', 'ieuan', 'ewan', 'owen'],
  ['joseph', 'josephine', 'joe', 'joey', 'jo', 'josie'],
  ['joshua', 'josh'],
  ['katherine', 'catherine', 'kate', 'katie', 'kathy', 'cath', 'cathy', 'kay', 'kit', 'kitty'],
  ['lawrence', 'laurence', 'larry', 'laurie', 'loz'],
  ['leonard', 'leo', 'len', 'lenny'],
  ['lewis', 'louis', 'louise', 'lou', 'louie'],
  ['margaret', 'maggie', 'meg', 'megan', 'peggy', 'daisy', 'greta', 'mared'],
  ['matthew', 'mathew', 'matt', 'matty', 'mat'],
  ['michael', 'michelle', 'mike', 'mick', 'mickey', 'mikey', 'shelly'],
  ['mohammed', 'muhammad', 'mohamed', 'mohammad', 'mo', 'mohd'],
  ['nathan', 'nathaniel', 'nate', 'nat'],
  ['nicholas', 'nicola', 'nicole', 'nick', 'nicky', 'nik', 'nico', 'nikki'],
  ['oliver', 'olivia', 'ollie', 'olly', 'liv', 'livvy'],
  ['patrick', 'patricia', 'pat', 'paddy', 'trish', 'tricia'],
  ['peter', 'pete', 'petey'],
  ['philip', 'phillip', 'philippa', 'phil', 'pip', 'pippa'],
  ['rebecca', 'becky', 'becca', 'bex'],
  ['reginald', 'reggie', 'reg'],
  ['richard', 'rick', 'ricky', 'richie', 'dick', 'rich'],
  ['robert', 'roberta', 'rob', 'robbie', 'bob', 'bobby', 'bert'],
  ['samuel', 'samantha', 'sam', 'sammy'],
  ['sarah', 'sally', 'sadie'],
  ['stephen', 'steven', 'stephanie', 'steve', 'stevie', 'steph'],
  ['susan', 'susanna', 'sue', 'susie', 'suzie'],
  ['theodore', 'theodora', 'theo', 'ted', 'teddy', 'dora'],
  ['theresa', 'teresa', 'tess', 'terri', 'tessa'],
  ['thomas', 'tom', 'tommy', 'tomos', 'tomasz'],
  ['timothy', 'tim', 'timmy'],
  ['victoria', 'vicky', 'vicki', 'tori', 'vic'],
  ['william', 'will', 'bill', 'billy', 'willy', 'liam', 'gwilym'],
  ['zachary', 'zacharias', 'zachariah', 'zach', 'zac', 'zak', 'zack'],
];

const groupsOf = new Map<string, ReadonlySet<number>>();
for (const [group, names] of shortForms.entries()) {
  for (const name of names) groupsOf.set(name, new Set([...(groupsOf.get(name) ?? []), group]));
}

const isShortForm = (one: string, other: string): boolean =>
  [...(groupsOf.get(one) ?? [])].some((group) => groupsOf.get(other)?.has(group));

/** What is left of a name when it is written as it sounds: its first letter and its consonants, one for a double. */
const soundOf = (name: string): string => {
  const spelt = name.replaceAll('ph', 'f').replaceAll('c', 'k').replaceAll('q', 'k').replaceAll(' ', '');
  return (spelt.charAt(0) + spelt.slice(1).replaceAll(/[aeiouy]/g, '')).replaceAll(/(.)\1+/g, '$1');
};

const LEAST = 3;

/** Youssef and Yusuf, Ayesha and Aisha. Of a short sound nothing can be told. */
const soundsAlike = (one: string, other: string): boolean =>
  soundOf(one).length >= LEAST && soundOf(one) === soundOf(other);

/** Sam and Samuel. */
function hasSameRoot(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= LEAST && long.startsWith(short);
}

/** True when two folded given names, or the first of several, may be one: the same, shortened, or spelt otherwise. */
export function isGivenVariant(one: string, other: string): boolean {
  const [first = '', second = ''] = [one.split(' ')[0], other.split(' ')[0]];
  if (first === '' || second === '') return false;
  return first === second || hasSameRoot(first, second) || isShortForm(first, second) || soundsAlike(first, second);
}

/** True when two folded family names may be one: the same, spelt otherwise, or one of two. */
export function isFamilyVariant(one: string, other: string): boolean {
  if (one === '' || other === '') return false;
  const [few, many] = one.length < other.length ? [one, other] : [other, one];
  return few === many || soundsAlike(few, many) || few.split(' ').every((part) => many.split(' ').includes(part));
}
