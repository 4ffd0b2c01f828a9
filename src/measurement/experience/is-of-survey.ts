import type { Event } from '../../events/event.ts';

/** The dialog in which the framework asks how it was. */
const surveyDialog = 'on.survey';

/** Whether an event belongs to asking how it was, which is no part of the issue: neither a burden nor evidence, and no reason to think the customer is back. */
export function isOfSurvey(event: Event): boolean {
  switch (event.type) {
    case 'customer.said':
      return event.data.survey === true;
    case 'dialog.entered':
    case 'dialog.left':
      return event.data.dialog === surveyDialog;
    case 'question.asked':
      return event.data.kind === 'survey' || event.data.at.dialog === surveyDialog;
    case 'question.closed':
      return event.data.at.dialog === surveyDialog;
    case 'bot.said':
      return event.data.survey !== undefined || event.data.at?.dialog === surveyDialog;
    default:
      return false;
  }
}
