// What the people of a run do together, and how a worker is given its part of them.
import exec from 'k6/execution';
import { over } from './journal.ts';
import type { Conversation } from './plan.ts';
import { plan, shareOf } from './run.ts';

/** Takes these people through something, at this part of the profile's rate. */
export type Story = (conversations: Conversation[], part: number) => Promise<void>;

/** What one worker does: its own part of the people and of the rate. */
export async function play(story: Story, all: Conversation[] = plan.conversations): Promise<void> {
  const own = shareOf(exec.vu.idInTest, all);
  if (own.length === 0) return;
  await story(own, own.length / all.length);
  over(own);
}

/** Several stories at once; each has its part of the people, one conversation at least, and the same part of the rate. */
export function together(...stories: [part: number, Story][]): Story {
  const sum = stories.reduce((all, [part]) => all + part, 0);
  return async (conversations, part) => {
    let from = 0;
    let passed = 0;
    const all = stories.map(([weight, story]) => {
      passed += weight;
      const to = Math.max(from + 1, Math.round((conversations.length * passed) / sum));
      const cast = conversations.slice(from, to);
      from = to;
      return cast.length === 0 ? undefined : story(cast, (part * weight) / sum);
    });
    await Promise.all(all);
  };
}
