// Makes people for chatproof: reads one request from standard input, prints the answer (chatproof help people).
import { json } from 'node:stream/consumers';

/** Makes one account and gives what your server knows about it. {{dialect}} needs: {{needs}}. */
async function makePerson(key) {
  throw new Error('{{file}}: makePerson is yours to write');
  // return {{person}};
}

/** Gives the id of a new room of these two people. */
async function makeRoom(first, second) {
  throw new Error('{{file}}: makeRoom is yours to write');
}

/** Gives the key of a new group of these people. */
async function makeGroup(members, admins) {
  throw new Error('{{file}}: makeGroup is yours to write');
}

const request = await json(process.stdin);
const people = new Map();
for (let n = 1; n <= request.people; n += 1)
  people.set(`p${n}`, { key: `p${n}`, ...(await makePerson(`p${n}`)) });
const those = (keys) => keys.map((key) => people.get(key));

const rooms = [];
for (const members of request.rooms) rooms.push({ id: await makeRoom(...those(members)), members });
const groups = [];
for (const { members, admins } of request.groups)
  groups.push({ key: await makeGroup(those(members), those(admins)), members, admins });

console.log(JSON.stringify({ people: [...people.values()], rooms, groups }));
