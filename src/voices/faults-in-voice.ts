import { isWritten } from '../policy/gate.js';
import { carerParts, childParts, hasWords } from '../policy/voice-parts.js';
import { faultIf, type FieldError } from '../platform/errors.js';
import type { Speaker } from './voice.entity.js';
import type { VoiceInput } from './voice.input.js';

type Asked = { readonly who: Speaker; readonly today: string; readonly isSomebodyHarmed: boolean };

const askedOf = {
  CHILD: [...Object.keys(childParts), 'seenBefore', 'notSeenReason', 'chosePlace', 'passedTo'],
  CARER: [...Object.keys(carerParts), 'consentToShare', 'consentDetails'],
} as const satisfies Record<Speaker, readonly string[]>;

/** What is asked of one of them and not of the other is refused, so that neither speaks in the other's name. */
const notAsked = (who: Speaker, input: VoiceInput): FieldError[] =>
  askedOf[who === 'CHILD' ? 'CARER' : 'CHILD']
    .filter((field) => !(askedOf[who] as readonly string[]).includes(field))
    .flatMap((field) =>
      faultIf(
        isWritten(input[field as keyof VoiceInput] as string | undefined),
        field,
        who === 'CHILD' ? 'This is asked of a parent or carer, not of the child' : 'This is asked of the child alone',
      ),
    );

/** Everything that is wrong with a voice as it was sent. */
export function faultsIn(input: VoiceInput, { who, today, isSomebodyHarmed }: Asked): FieldError[] {
  const { status, heardOn, heardBy, how, reason, feelings, seenBefore, consentToShare, attempts = [] } = input;
  const isHeard = status === 'OBTAINED';
  const future = 'The day cannot be in the future';
  const needsDetails = consentToShare === 'PARTLY' && !isWritten(input.consentDetails);
  return [
    ...faultIf(who === 'CHILD' && status === 'NO_CARER', 'status', 'Select whether the child has been heard'),
    ...faultIf(isHeard && !heardOn, 'heardOn', 'Enter the day on which they were heard'),
    ...faultIf(heardOn !== undefined && heardOn > today, 'heardOn', future),
    ...faultIf(isHeard && !isWritten(heardBy), 'heardBy', 'Enter who listened'),
    ...faultIf(isHeard && !isWritten(how), 'how', 'Enter where and how they were heard'),
    ...faultIf(isHeard && !hasWords(who, input), 'words', 'Enter what was said, in their own words'),
    ...faultIf(isWritten(feelings) && !isSomebodyHarmed, 'feelings', 'Nobody is recorded as harmed in this case'),
    ...faultIf(
      seenBefore === 'NO' && !isWritten(input.notSeenReason),
      'notSeenReason',
      'Enter why the child was not seen',
    ),
    ...faultIf(needsDetails, 'consentDetails', 'Enter what may be shared, and what may not'),
    ...faultIf(!isHeard && !isWritten(reason), 'reason', 'Enter why not'),
    ...notAsked(who, input),
    ...attempts.flatMap(({ on }, index) => faultIf(on > today, `attempts[${index}].on`, future)),
  ];
}
