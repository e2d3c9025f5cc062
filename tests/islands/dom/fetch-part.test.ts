import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fetchPart, MissingPartError } from '../../../src/islands/dom/fetch-part.ts';

const failed = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
const failureOf = (ask: () => Promise<number>): Promise<unknown> => fetchPart(failed, ask).catch((error) => error);

describe('a part that cannot be fetched', () => {
  it('blames the connection where the server does not answer', async () => {
    const error = await failureOf(() => Promise.reject(new TypeError('no network')));
    expect(error).toBeInstanceOf(MissingPartError);
    expect(error).toMatchObject({
      message: 'A part of this page could not be fetched. Check your connection, and try again.',
      mayRetry: true,
      cause: expect.objectContaining({ message: 'Failed to fetch dynamically imported module' }),
    });
  });

  it.each([200, 404, 410])('blames a new deployment where it answers %d', async (status) => {
    expect(await failureOf(async () => status)).toMatchObject({
      message:
        'A part of this page could not be fetched. The guide may have been updated since you opened this page: reload it.',
      mayRetry: false,
    });
  });

  it('blames the server where that fails', async () => {
    expect(await failureOf(async () => 503)).toMatchObject({
      message: 'A part of this page could not be fetched. The server answered 503: try again later.',
      mayRetry: true,
    });
  });
});

it('asks for nothing where the part comes', async () => {
  const ask = () => Promise.reject(new Error('asked'));
  expect(await fetchPart(async () => 'part', ask)).toBe('part');
});

/** Imports that need no message: what is left out without them is an extra, and says nothing where it fails. */
const silent = ['cell/offer-python.ts'];

it('every late import of an island goes through it', () => {
  const islands = fileURLToPath(new URL('../../../src/islands/', import.meta.url));
  const files = readdirSync(islands, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const late = files.flatMap((file) => {
    const lines = readFileSync(join(islands, file), 'utf8').split('\n');
    return lines.filter((line) => /\bimport\(/.test(line)).map((line) => ({ file, line }));
  });
  expect(late.length).toBeGreaterThan(7);
  const unsafe = late.filter(
    ({ file, line }) => !silent.includes(file) && !/\b(?:fetchPart|activateExplorable)\(/.test(line),
  );
  expect(unsafe).toEqual([]);
});
