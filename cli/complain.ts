// The one place that tells an error: one sentence on standard error, and the exit code that goes with it.
import { CommanderError } from 'commander';
import { UnreachableError, UsageError } from '../specs/kit/errors.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';

/** Prints the error and returns its exit code; what asked for help or the version is no error. */
export function complain(error: unknown, debug = process.argv.includes('--debug')): ExitCode {
  if (error instanceof CommanderError && error.exitCode === 0) return EXIT.fine;
  const [sentence, code] = told(error);
  // Bare `chatproof` has printed its help, which says it all.
  if (sentence !== '') process.stderr.write(`${sentence}\n`);
  if (debug && error instanceof Error) process.stderr.write(`${error.stack ?? error.message}\n`);
  return code;
}

function told(error: unknown): [string, ExitCode] {
  if (error instanceof UsageError) return [error.message, EXIT.usage];
  if (error instanceof UnreachableError) return [error.message, EXIT.unreachable];
  if (error instanceof CommanderError) return [fromCommander(error), EXIT.usage];
  const message = error instanceof Error ? error.message : String(error);
  return [
    `chatproof itself failed: ${ended(message)} Run it again with --debug, and report what that prints.`,
    EXIT.internal,
  ];
}

function fromCommander(error: CommanderError): string {
  if (error.code === 'commander.help') return '';
  const [first = '', ...rest] = error.message.replace(/^error: /, '').split('\n');
  const hint = rest.map((line) => line.replace(/^\((.*)\)$/, '$1')).join(' ');
  const sentence = ended(`${first.charAt(0).toUpperCase()}${first.slice(1)}`);
  return `${sentence} ${hint || 'Run `chatproof --help` to see what there is.'}`;
}

function ended(sentence: string): string {
  return /[.?!]$/.test(sentence) ? sentence : `${sentence}.`;
}
