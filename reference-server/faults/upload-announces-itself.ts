import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'upload-announces-itself',
  dialects: ['threads'],
  kind: 'wrong-recipient',
  says: 'An upload is announced to its receiver at once.',
  breaks: ['threads.upload.alone-is-not-heard'],
  outgoingResponse: inItems('uploadAttachment', ['entity', 'message'], (item, { connections }) => {
    const { sender, receiver } = item;
    if (!isFrame(sender) || !isFrame(receiver)) return item;
    const frame = {
      message_body: item['message'],
      attached_file_name: item['attached_file_name'],
      attached_file_size: item['attached_file_size'],
      attached_file_url: item['attached_file'],
      sender_id: sender['id'],
      receiver_id: receiver['id'],
      timestamp: item['created'],
      created_msg_id: item['id'],
      action: 're_message_file',
    };
    for (const one of connections()) if (one.me.uuid === receiver['id']) one.send('reMessageFile', frame);
    return item;
  }),
};
export default fault;
