/** The business's own systems tell a customer something: `POST /api/notices`. */
import { z } from 'zod';
import type { HttpAnswer } from '../../channels/contract/http.ts';
import { nearest } from '../../errors/nearest.ts';
import { value } from '../../events/understood.ts';
import type { Runtime, Told } from '../../runtime/door.ts';
import type { StaffRoute } from '../access/route.ts';
import { readShape } from '../body/read-shape.ts';
import { errorBody } from '../serving/error-answer.ts';

const body = z.strictObject({
  customer: z.string().min(1).max(300),
  topic: z.string().min(1).max(100),
  data: z.record(z.string(), value).default({}),
  dedupeKey: z.string().min(1).max(300),
});

/**
 * 202 `{"status":"told"|"later"|"held_out",…}`; 200 `duplicate`, which has been told before; 404 for an unknown customer or topic, 410 for one who was erased,
 * 409 without consent and where the channel takes no first word so long after the customer's last, 429 for one who was told enough.
 */
export function noticeRoute({ runtime }: { readonly runtime: Pick<Runtime, 'tell'> }): StaffRoute {
  return {
    method: 'POST',
    path: '/api/notices',
    roles: ['admin'],
    async answer(request) {
      const telling = readShape(body, request.body);
      return answerOf(await runtime.tell(telling), telling.topic);
    },
  };
}

function answerOf(told: Told, topic: string): HttpAnswer {
  switch (told.status) {
    case 'told':
    case 'later':
    case 'held_out':
      return { status: 202, body: JSON.stringify(told) };
    case 'duplicate':
      return { status: 200, body: JSON.stringify(told) };
    case 'unknown_customer':
      return errorBody(404, 'CUSTOMER_UNKNOWN', 'nobody is known by this id or address');
    case 'erased':
      return errorBody(410, 'NOTICE_REFUSED', 'this customer was erased, and can be told nothing');
    case 'no_consent':
      return errorBody(409, 'NOTICE_REFUSED', 'this customer has not agreed to be told, or has said no');
    case 'out_of_window':
      return errorBody(
        409,
        'NOTICE_REFUSED',
        `this customer's last word on ${told.channel} is longer ago than notices.windows of touchpoint.yaml allows`,
      );
    case 'capped':
      return errorBody(
        429,
        'NOTICE_REFUSED',
        'this customer was told as much as notices.cap of touchpoint.yaml allows',
      );
    case 'unknown_topic': {
      const near = nearest(topic, told.topics);
      const hint = near ? `did you mean '${near}'?` : `dialogs begin with: ${told.topics.join(', ') || 'none'}`;
      return errorBody(404, 'NOTICE_REFUSED', `no dialog begins with notice '${topic}'; ${hint}`);
    }
  }
}
