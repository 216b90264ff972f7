/** Each room is a topic: every socket that is open in it. */
export function topicOf(room: number): string {
  return `room ${room}`;
}
