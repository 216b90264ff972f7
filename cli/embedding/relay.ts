// Run as a provision command: hands the request on standard input to the program that called `check`, and prints
// what its function answers.
import { text } from 'node:stream/consumers';

const answer = await fetch(process.argv[2] ?? '', { method: 'POST', body: await text(process.stdin) });
if (answer.ok) process.stdout.write(await answer.text());
else {
  process.stderr.write(await answer.text());
  process.exitCode = 1;
}
