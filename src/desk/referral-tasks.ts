import { communicationForums, forumName, highLevelForum, isForum, reasonsInWords } from '../policy/forums.js';
import { latestReferral } from '../policy/referral-gates.js';
import type { RuleCode } from '../policy/rules.js';
import { dayInWords } from '../platform/web/words.js';
import type { ReferralStanding } from '../assessments/case-records.queries.js';
import type { Task, TaskFacts } from './task.js';

type Part = Pick<Task, 'title' | 'page' | 'needs'>;

/** Where a referral that was opened stands: to be made, made and not answered, answered. */
function standing(part: Part, { because, referredOn, resultOn }: ReferralStanding): Task {
  if (!referredOn) {
    return { ...part, status: 'NEEDS_ATTENTION', why: `To be referred: ${reasonsInWords(because).join('; ')}` };
  }
  const why = `Referred on ${dayInWords(referredOn)}; the result is not recorded yet`;
  return resultOn ? { ...part, status: 'COMPLETE', why: null } : { ...part, status: 'IN_PROGRESS', why };
}

function shutBy({ blockers }: TaskFacts, part: Part, code: RuleCode): Task {
  const [found] = blockers.filter((one) => one.code === code);
  return found
    ? { ...part, status: 'NEEDS_ATTENTION', why: found.message }
    : { ...part, status: 'COMPLETE', why: null };
}

/** Asked of what is high or very high, so it waits until the levels are known; once opened it stays. */
function highLevel(given: TaskFacts): Task {
  const page = `forum-referrals/${highLevelForum}`;
  const part = { title: forumName(highLevelForum), page, needs: 'case.assess' } as const;
  const opened = latestReferral(given.facts.referrals, highLevelForum);
  if (opened) return standing(part, opened);
  const unknown: RuleCode[] = ['SAFETY_NOT_RATED', 'HARM_NOT_RATED', 'LIKELIHOOD_NOT_RATED'];
  const isWaiting = given.blockers.some(({ code }) => unknown.includes(code));
  if (isWaiting) return { ...part, status: 'CANNOT_START', why: 'The levels are not known yet' };
  return shutBy(given, part, 'HIGH_RISK_NOT_REFERRED');
}

/** Asked where a need was found or nobody checked; either forum answers it. */
function communication(given: TaskFacts): Task {
  const { referrals, communicationNeed } = given.facts;
  const part = {
    title: 'SEND panel or speech and language therapist',
    page: 'forum-referrals',
    needs: 'case.read',
  } as const;
  const opened = communicationForums.flatMap((forum) => latestReferral(referrals, forum) ?? []);
  const [best] = [
    opened.find(({ resultOn }) => resultOn),
    opened.find(({ referredOn }) => referredOn),
    ...opened,
  ].filter((one) => one !== undefined);
  if (best) return standing(part, best);
  if (!communicationNeed)
    return { ...part, status: 'CANNOT_START', why: 'Whether the child needs it is not known yet' };
  return shutBy(given, part, 'COMMUNICATION_NEED_NOT_REFERRED');
}

/** The referrals to other forums: those that are asked for, and every other one that was made. */
export function referralTasks(given: TaskFacts): Task[] {
  const asked: readonly string[] = [highLevelForum, ...communicationForums];
  const others = [...new Set((given.facts.referrals ?? []).map(({ forum }) => forum))].filter(
    (forum) => !asked.includes(forum) && isForum(forum),
  );
  const other = others.flatMap((forum) => {
    const found = latestReferral(given.facts.referrals, forum);
    const part = { title: forumName(forum), page: `forum-referrals/${forum}`, needs: 'case.assess' } as const;
    return found ? [standing(part, found)] : [];
  });
  return [highLevel(given), communication(given), ...other];
}
