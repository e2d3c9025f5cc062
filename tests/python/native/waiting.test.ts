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
`;

const run = (rest: string) =>
  execFileSync(machinePythons[0]?.executable ?? '', ['-c', program + rest], { encoding: 'utf8' })
    .trim()
    .split('\n');

it('the time of a block is over when it had a processor for so long, and the host is told of each extension', () => {
  const lines = run(`
session = Still()
for passing, waiting in ((29, 0), (2, 25), (24, 20), (20, 0), (2, 0), (99, 0)):
    now, waited = now + passing, waited + waiting
    print(f"after {now - 100:g} s")
    session.check()
`);
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

it('the time of a block is extended by no more than nine times its limit', () => {
  const lines = run(`
session = Still()
for second in range(1, 1000):
    now, waited = now + 1, waited + 1
    session.check()
    if session.is_done(): break
print(f"after {second} s")
`);
  expect(JSON.parse(lines.at(-2) ?? '')).toMatchObject({ ran: { end: { how: 'timed out', after: 30 } } });
  expect(lines.at(-1)).toBe('after 301 s');
});

it('the time of a block is not extended while it waits for its own processes', () => {
  const said = run(`
import signal
def loop():
    while True: pass
for work in (loop, signal.pause):
    child = os.fork()
    if child == 0: work()
    try:
        # Until the new process loops, or sleeps.
        while native_session.crowds_itself(os.getpid()) != (work is loop): pass
        session = Still()
        now, waited = now + 31, waited + 25
        session.check()
    finally:
        os.kill(child, signal.SIGKILL)
    os.wait()
`);
  expect(said.map((line) => JSON.parse(line))).toMatchObject([{ ran: { end: { how: 'timed out' } } }, { waited: 25 }]);
});

it('a block that has closed the channel has died, and not timed out, whenever the clock is read', () => {
  const ends = run(`
for reads in range(1, 40):
    session = Still()
    session.childs.close()
    session.read_channel()
    # Each time that it is read, the clock has moved on.
    def read_clock():
        global now
        now += native_session.LINGER_SECONDS / reads
        return now
    native_session.time = type("time", (), {"monotonic": staticmethod(read_clock)})
    while not session.is_done():
        session.check()
`);
  expect(ends).toHaveLength(39);
  expect(ends.map((line) => JSON.parse(line).ran.end.how)).toEqual(ends.map(() => 'died'));
});
