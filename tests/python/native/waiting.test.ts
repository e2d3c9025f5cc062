import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readNativeServerMessage } from '../../../src/python/native/native-server-message.ts';
import { machinePythons } from '../machine-pythons.ts';

const sources = fileURLToPath(new URL('../../../src/python', import.meta.url));

/** A session without a process, with a limit of 30 seconds; its clock and its wait for a processor move on by hand. */
const program = `
import json, os, sys
sources = ${JSON.stringify(sources)}
sys.path[:0] = [sources + "/native", sources]
import native_session

now, waited = 100.0, 7.0
native_session.time = type("time", (), {"monotonic": staticmethod(lambda: now)})
native_session.waiting_seconds = lambda pid: waited

class Still(native_session.Session):
    def __init__(self):
        self.id, self.left, self.seconds, self.output_bytes, self.pid, self.status = 1, 1, 30, 1000, os.getpid(), None
        self.streams = {-1: bytearray(), -2: bytearray()}
        self.socket, self.childs = native_session.open_channel()
        self.say = lambda message: print(json.dumps(message))
        self.begin_block()
    def read(self, stream):
        return True
    def has_ended(self):
        return False

session = Still()
for passing, waiting in ((29, 0), (2, 25), (24, 20), (20, 0), (2, 0), (99, 0)):
    now, waited = now + passing, waited + waiting
    print(f"after {now - 100:g} s")
    session.check()
`;

it('the time of a block is over when it had a processor for so long, and the host is told of each extension', () => {
  const told = execFileSync(machinePythons[0]?.executable ?? '', ['-c', program], { encoding: 'utf8' });
  const lines = told.trim().split('\n');
  const timedOut = { ran: { end: { how: 'timed out', after: 30 } }, seconds: 32 };
  expect(lines.filter((line) => line.startsWith('after'))).toHaveLength(6);
  expect(lines.map((line) => (line.startsWith('{') ? JSON.parse(line) : line))).toMatchObject([
    'after 29 s',
    'after 31 s',
    { id: 1, waited: 25 },
    'after 55 s',
    'after 75 s',
    { id: 1, waited: 45 },
    'after 77 s',
    timedOut,
    'after 176 s',
  ]);
  const messages = lines.filter((line) => line.startsWith('{'));
  expect(messages.map(readNativeServerMessage)).toEqual(messages.map((line) => JSON.parse(line)));
});
