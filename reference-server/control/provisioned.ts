// What can be asked of the control plane, and what it answers: plain types, which programs import, too.

export interface Provision {
  people: number;
  rooms: string[][];
  groups: { members: string[]; admins?: string[] }[];
  /** Seconds for which the tokens count. */
  lifetime?: number;
}

export interface Provisioned {
  people: ProvisionedPerson[];
  rooms: { id: number; members: string[] }[];
  groups: { key: string; members: string[]; admins: string[] }[];
}

export interface ProvisionedPerson {
  key: string;
  id: number | string;
  username: string;
  email: string;
  phone: string;
  token: string;
  expired_token: string;
}
