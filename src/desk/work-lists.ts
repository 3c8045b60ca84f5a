import { clockLists } from './clock-lists.js';
import { confidentialLists } from './confidential-lists.js';
import { meetingLists } from './meeting-lists.js';
import { newsLists } from './news-lists.js';
import { otherLists } from './other-lists.js';
import { panelLists } from './panel-lists.js';
import { preparationLists } from './preparation-lists.js';
import type { WorkList } from './work-list.js';

/** What waits for whom, in the order in which "Your work" shows it. */
export const workLists: readonly WorkList[] = [
  ...confidentialLists,
  ...newsLists,
  ...clockLists,
  ...preparationLists,
  ...panelLists,
  ...meetingLists,
  ...otherLists,
];
