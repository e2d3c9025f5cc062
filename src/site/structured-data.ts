import { licenseAddress, siteName, siteSummary } from './site-facts.ts';

/** A description of a page in the vocabulary of schema.org, as JSON-LD. */
export type StructuredData = Readonly<Record<string, unknown>>;

/** The data of a lesson for search engines. */
export interface LessonFacts {
  readonly title: string;
  readonly summary: string;
  /** Its absolute address. */
  readonly address: string;
  readonly minutes: number;
  readonly objectives: readonly string[];
}

const context = 'https://schema.org';
const provider = { '@type': 'Organization', name: `The ${siteName} authors` };
const shared = { inLanguage: 'en', isAccessibleForFree: true, license: licenseAddress };

/** The guide as a course whose parts are the lessons. */
export function courseData(address: string, lessons: readonly LessonFacts[]): StructuredData {
  const minutes = lessons.reduce((total, lesson) => total + lesson.minutes, 0);
  return {
    '@context': context,
    '@type': 'Course',
    '@id': courseId(address),
    name: siteName,
    description: siteSummary,
    url: address,
    ...shared,
    educationalLevel: 'Beginner',
    provider,
    hasCourseInstance: { '@type': 'CourseInstance', courseMode: 'Online', courseWorkload: duration(minutes) },
    hasPart: lessons.map((lesson, index) => lessonPart(lesson, index + 1)),
  };
}

/** A lesson as a part of the course. */
export function lessonData(home: string, lesson: LessonFacts, position: number): StructuredData {
  const isPartOf = { '@type': 'Course', '@id': courseId(home), name: siteName, url: home };
  return { '@context': context, ...lessonPart(lesson, position), ...shared, teaches: lesson.objectives, isPartOf };
}

function lessonPart({ title, summary, address, minutes }: LessonFacts, position: number): StructuredData {
  return {
    '@type': 'LearningResource',
    '@id': address,
    name: title,
    description: summary,
    url: address,
    position,
    learningResourceType: 'lesson',
    timeRequired: duration(minutes),
  };
}

/** The glossary as a set of terms. */
export function glossaryData(
  address: string,
  terms: readonly { readonly term: string; readonly slug: string }[],
): StructuredData {
  return {
    '@context': context,
    '@type': 'DefinedTermSet',
    '@id': address,
    name: `Glossary of ${siteName}`,
    url: address,
    ...shared,
    hasDefinedTerm: terms.map(({ term, slug }) => ({
      '@type': 'DefinedTerm',
      '@id': `${address}#${slug}`,
      name: term,
    })),
  };
}

/** Any other page. */
export function pageData(home: string, page: { title: string; description: string; address: string }): StructuredData {
  const isPartOf = { '@type': 'Course', '@id': courseId(home), name: siteName, url: home };
  return {
    '@context': context,
    '@type': 'WebPage',
    '@id': page.address,
    name: page.title,
    description: page.description,
    url: page.address,
    ...shared,
    isPartOf,
  };
}

/** JSON-LD as the text of a `script` element, which no text of the page can end. */
export function scriptText(data: StructuredData): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function courseId(home: string): string {
  return `${home}#course`;
}

/** A duration as ISO 8601 writes it: 95 → `PT1H35M`. */
function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `PT${hours > 0 ? `${hours}H` : ''}${rest > 0 || hours === 0 ? `${rest}M` : ''}`;
}
