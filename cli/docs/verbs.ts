// What a chat can do, and how each dialect says it: ids of operations, channels and frames in its specs.

export interface VerbRow {
  does: string;
  /** Dialect to ids, in the order in which they are used: "sendText", "listMessages". */
  by: Record<string, readonly string[]>;
}

export const verbs: readonly VerbRow[] = [
  {
    does: 'come into a conversation',
    by: {
      rooms: ['room'],
      threads: ['chat'],
      dialogues: ['chatReceiveSocket', 'chatSendSocket'],
      actions: ['room'],
      receipts: ['getOrCreateRoom', 'room'],
    },
  },
  {
    does: 'say a text',
    by: {
      rooms: ['sendText'],
      threads: ['chatMessage'],
      dialogues: ['newMsg'],
      actions: ['sendText'],
      receipts: ['sendText'],
    },
  },
  {
    does: 'hear it',
    by: {
      rooms: ['chatMessage'],
      threads: ['reMessage'],
      dialogues: ['newMsgHeard'],
      actions: ['chatMessage'],
      receipts: ['chatMessage'],
    },
  },
  {
    does: 'send a file',
    by: {
      rooms: ['uploadFile', 'sendFile'],
      threads: ['uploadAttachment', 'chatMessageFile'],
      actions: ['sendFile'],
    },
  },
  {
    does: 'see what was said',
    by: {
      rooms: ['listMessages'],
      threads: ['getMessages'],
      dialogues: ['fetchMsgs', 'fetchedMsgs'],
      actions: ['history'],
      receipts: ['history'],
    },
  },
  {
    does: 'list conversations',
    by: { rooms: ['listConversations'], threads: ['getUserThreads'], actions: ['listRooms'] },
  },
  { does: 'see who is there', by: { rooms: ['onlineUserList', 'userJoin', 'userLeave'] } },
  { does: 'be told of news elsewhere', by: { rooms: ['newMessage', 'totalUnreadCount'] } },
  {
    does: 'mark as read',
    by: { rooms: ['readMessages'], dialogues: ['msgRead'], actions: ['read'], receipts: ['read'] },
  },
  {
    does: 'know that it was delivered',
    by: {
      dialogues: ['msgSent', 'msgReceived'],
      actions: ['delivered'],
      receipts: ['delivered'],
    },
  },
  { does: 'edit', by: { actions: ['editMessage', 'edited'], receipts: ['editMessage', 'edited'] } },
  {
    does: 'delete',
    by: { actions: ['deleteMessage', 'deleted'], receipts: ['deleteMessage', 'deleted'] },
  },
  { does: 'delete a conversation', by: { actions: ['deleteRoom'] } },
  { does: 'show that somebody types', by: { dialogues: ['isTyping', 'isTypingHeard'] } },
  { does: 'talk in a group', by: { dialogues: ['groupSendSocket', 'newGrpMsg', 'fetchGrpMsgs'] } },
  { does: 'be told of a mistake', by: { dialogues: ['commandFailed'], actions: ['refusal'] } },
];
