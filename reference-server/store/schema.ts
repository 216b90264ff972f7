/** "chpr": how a SQLite file says that it is ours; the version counts changes of the schema. */
export const APPLICATION_ID = 0x63687072;
export const SCHEMA_VERSION = 1;

// The one schema: all five dialects keep their people, conversations and messages in these tables.
// Times are whole microseconds since 1970, so that every spelling in the documents can be made from them.
export const SCHEMA = `
  pragma application_id = ${APPLICATION_ID};
  pragma user_version = ${SCHEMA_VERSION};

  create table settings (name text primary key, value text not null) strict, without rowid;

  create table people (
    id integer primary key autoincrement,
    dialect text not null,
    uuid text not null unique,
    username text not null,
    email text not null,
    phone text not null,
    unique (dialect, username), unique (dialect, email), unique (dialect, phone)
  ) strict;

  -- A pair has the two ids as its key, smaller first; a group has a key of its own.
  create table conversations (
    id integer primary key autoincrement,
    dialect text not null,
    kind text not null check (kind in ('pair', 'group')),
    key text not null,
    createdAt integer not null,
    unique (dialect, kind, key)
  ) strict;

  create table members (
    conversation integer not null references conversations on delete cascade,
    person integer not null references people on delete cascade,
    admin integer not null default 0,
    receivedAt integer,
    readAt integer,
    primary key (conversation, person)
  ) strict, without rowid;
  create index members_by_person on members (person);

  create table messages (
    id integer primary key autoincrement,
    conversation integer not null references conversations on delete cascade,
    sender integer not null references people on delete cascade,
    receiver integer references people on delete cascade,
    text text not null,
    status text not null,
    sentAt integer,
    createdAt integer not null,
    updatedAt integer not null,
    extra text not null default '{}'
  ) strict;
  create index messages_by_conversation on messages (conversation, id);
  create index messages_by_sender_and_time on messages (sender, sentAt) where sentAt is not null;

  -- Messages that a person has not read (or not fetched) yet.
  create table pending (
    person integer not null references people on delete cascade,
    conversation integer not null references conversations on delete cascade,
    message integer not null references messages on delete cascade,
    primary key (person, conversation, message)
  ) strict, without rowid;
  create index pending_by_message on pending (message);
  create index pending_by_conversation on pending (conversation);

  create table uploads (
    id integer primary key autoincrement,
    owner integer references people on delete cascade,
    message integer references messages on delete set null,
    location text not null unique,
    name text not null,
    contentType text not null,
    size integer not null,
    bytes blob not null,
    createdAt integer not null
  ) strict;
  create index uploads_by_message on uploads (message) where message is not null;
`;
