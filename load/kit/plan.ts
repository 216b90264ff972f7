// What a k6 run is told: the target, the people in pairs, and the profile. The command line writes it, the scenarios read it.

/** What a request or an upgrade carries because of a person's token. */
export interface Credentials {
  headers: Record<string, string>;
  query: Record<string, string>;
}

export interface Person {
  id: string | number;
  username: string;
  phone: string;
  http: Credentials;
  ws: Credentials;
}

/** People who write to each other and to nobody else: two, or a group. */
export interface Conversation {
  id: number;
  /** The room or group that was provisioned for them, where the dialect has such. */
  room?: string | number;
  people: [Person, Person, ...Person[]];
}

export interface Profile {
  name: string;
  says: string;
  /** Pairs of people who talk. */
  conversations: number;
  /** k6's virtual users, among whom the conversations are shared out. */
  workers: number;
  /** Corners of the rate over time: at this second, so many deliveries are due a second, all together. */
  rate: { second: number; perSecond: number }[];
  /** How many seconds without any arrival mean, after the last message, that no more will come. */
  drain: number;
  /** Ends as soon as the p95 of the latest deliveries breaks its objective. */
  untilBroken?: true;
  /** Objectives, as k6 spells thresholds. */
  thresholds: Record<string, string[]>;
}

export interface Plan {
  /** Tells the messages of this run from those of any other. */
  run: string;
  dialect: string;
  http: string;
  ws: string;
  /** Operation or channel id → its path at this target. */
  addresses: Record<string, string>;
  profile: Profile;
  conversations: Conversation[];
  /** Groups of more than two, where the dialect has such. */
  groups: Conversation[];
}
