import { configureGlobal } from 'fast-check';

/** The same examples at every run: what fails is found again, and what is green stays so until something changes. */
configureGlobal({ seed: 20261124 });
