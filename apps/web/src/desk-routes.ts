import { assessmentDeskRoutes } from '@skillhall/assessment/web';
import { complaintsRoutes } from '@skillhall/complaints/web';
import { directoryRoutes } from '@skillhall/directory/web';
import { impactRoutes } from '@skillhall/impact/web';
import { learningDeskRoutes } from '@skillhall/learning/web';
import { questionBankRoutes } from '@skillhall/question-bank/web';
import type { DeskRoute } from '@skillhall/ui/page';

/** Every page of the desk, in the order of the rail. */
export const deskRoutes: readonly DeskRoute[] = [
  ...directoryRoutes,
  ...learningDeskRoutes,
  ...questionBankRoutes,
  ...assessmentDeskRoutes,
  ...impactRoutes,
  ...complaintsRoutes,
];
