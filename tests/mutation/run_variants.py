"""Runs many variants of the blocks of some sessions, each from the state that the blocks before it have left.

Standard input: {"modules": [...], "seconds": s, "sessions": [{"blocks": [{"code", "values"}], "variants": [{"at", "code"}]}]}.
Standard output: {"baseline": [...], "variants": [...]} a session, one JSON a line; a variant's results begin with its own
block; those of the blocks that follow are there only when its own block did what the baseline does.

A session's blocks are run once. Before each of them the process is forked for each variant of it, so that a variant costs
its own block and no more.
"""

import base64
import gc
import importlib
import json
import os
import shutil
import signal
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", "src", "python"))
import harness


def run_session(session, seconds):
    blocks = session["blocks"]
    outcomes = [[]] * len(session["variants"])
    baseline = run_blocks(harness.new_namespace(), blocks, session["variants"], outcomes, seconds)
    return {"baseline": baseline, "variants": outcomes}


def run_blocks(namespace, blocks, variants, outcomes, seconds):
    """Run the blocks, and before each of them its variants. A variant whose own block does what the block does is run
    again with the blocks that follow, where it may still show."""
    baseline = []
    for at, block in enumerate(blocks):
        here = [i for i, variant in enumerate(variants) if variant["at"] == at]
        first = {i: in_child(namespace, [{**block, "code": variants[i]["code"]}], seconds) for i in here}
        alike = []
        probe = in_child(namespace, [block], seconds)
        for i, results in first.items():
            outcomes[i] = results
            if same(results[0], probe[0]):
                alike.append(i)
        for i in alike:
            rest = [{**block, "code": variants[i]["code"]}, *blocks[at + 1 :]]
            outcomes[i] = in_child(namespace, rest, seconds)
        baseline.append(run_block(namespace, block))
    return baseline


def same(a, b):
    return all(a[key] == b[key] for key in ("end", "stdout", "stderr", "values"))


def in_child(namespace, blocks, seconds):
    """The results of the blocks in a forked process; one that is killed gives a last result that says so."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(read)
        os.setsid()
        with os.fdopen(write, "w") as pipe:
            for block in blocks:
                # Time of the processor, so that what runs beside it does not matter; and a block that only waits.
                signal.setitimer(signal.ITIMER_PROF, seconds)
                signal.setitimer(signal.ITIMER_REAL, 30 * seconds)
                pipe.write(json.dumps(run_block(namespace, block)) + "\n")
                pipe.flush()
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        results = [json.loads(line) for line in pipe if line.endswith("\n")]
    _, status = os.waitpid(pid, 0)
    if len(results) < len(blocks):
        timed_out = os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGPROF, signal.SIGALRM)
        end = {"how": "timed out", "after": seconds} if timed_out else {"how": "died", "status": str(status)}
        results.append({"end": end, "stdout": "", "stderr": "", "values": [], "seconds": 0})
    return results


def run_block(namespace, block):
    began = time.monotonic()
    files = [tempfile.TemporaryFile(dir=SCRATCH) for _ in range(2)]
    saved = [os.dup(stream) for stream in (1, 2)]
    for stream, file in zip((1, 2), files):
        os.dup2(file.fileno(), stream)
    try:
        end = harness.run_block(block["code"], "<example>", namespace)
        values = [harness.evaluate(value["expr"], value["format"], namespace) for value in block["values"]]
    finally:
        for stream, copy in zip((1, 2), saved):
            os.dup2(copy, stream)
            os.close(copy)
    stdout, stderr = (base64.b64encode(contents(file)).decode() for file in files)
    seconds = time.monotonic() - began
    return {"end": end, "stdout": stdout, "stderr": stderr, "values": values, "seconds": round(seconds, 6)}


def contents(file):
    file.seek(0)
    with file:
        return file.read(1 << 20)


def main():
    job = json.load(sys.stdin)
    for name in job["modules"]:
        importlib.import_module(name)
    # A collection in a forked process would write to the pages of every imported object, each of which is then copied.
    gc.collect()
    gc.freeze()
    os.chdir(SCRATCH)
    for session in job["sessions"]:
        read, write = os.pipe()
        pid = os.fork()
        if pid == 0:
            with os.fdopen(write, "w") as pipe:
                pipe.write(json.dumps(run_session(session, job["seconds"])))
            os._exit(0)
        os.close(write)
        with os.fdopen(read) as pipe:
            text = pipe.read()
        os.waitpid(pid, 0)
        sys.stdout.write(text + "\n")
        sys.stdout.flush()


SCRATCH = tempfile.mkdtemp(prefix="variants-")
try:
    main()
finally:
    shutil.rmtree(SCRATCH, ignore_errors=True)
