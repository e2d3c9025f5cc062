import { defaultReading, type GuideReading } from '../../examples/guide-reading.ts';

/** The settings of the guide in a folder, as its configuration file states them. */
export interface Configuration extends GuideReading {
  /** The folder of the configuration file, to which its paths are relative; absolute. */
  readonly folder: string;
  /** Globs of the files that are verified, those after a `!` left out. */
  readonly files: readonly string[];
  /** The folders whose files are in the working directory of each session. */
  readonly data: readonly DataFolder[];
  readonly engine?: 'embedded' | 'native' | 'both';
  /** The path or command of a Python. */
  readonly python?: string;
  /** Seconds that one example may take. */
  readonly timeout?: number;
  /** Whether an example that prints, and whose output the page does not show, makes the verification fail. */
  readonly unpinned: 'finding' | 'warning';
  /** The path of the file of known findings. */
  readonly baseline?: string;
}

/** A folder of the guide whose files its examples read. */
export interface DataFolder {
  readonly from: string;
  /** Its path in the working directory of a session; `.` for the directory itself. */
  readonly as: string;
}

/** The settings where no configuration file holds. */
export function defaultConfiguration(folder: string): Configuration {
  return { ...defaultReading, folder, files: ['**'], data: [], unpinned: 'warning' };
}
