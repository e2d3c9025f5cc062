import type { PlotOptions } from '@observablehq/plot';
import type { AnyMarks, Marks } from './mark.ts';

/** The text alternatives of a picture, for people who do not see it. */
export interface FigureText {
  /** A short name in plain text. */
  readonly title: string;
  /** The description for somebody who does not see it: several sentences, with the numbers of the model. May be empty after a figure that gives it. */
  readonly description: string;
}

/** A picture as data: what {@link renderFigure} needs to draw it. */
export interface Figure extends FigureText {
  /** Its key in the record of figures, in kebab case: its name in a lesson, and the prefix of the ids in its SVG. */
  readonly name: string;
  /** In units of the drawing; the stylesheet decides how wide that is on the page. */
  readonly width: number;
  readonly height: number;
  /** Marks, scales and margins. Labels may set a variable in italics: `*x*`. */
  readonly plot: Omit<PlotOptions, 'document' | 'width' | 'height' | 'marks'> & {
    /** Those of a picture that does not move. */
    readonly marks?: AnyMarks;
  };
  /** The ground under the marks of a picture that moves. Such a picture states its margins and domains. */
  readonly ground?: Ground;
  /** The marks above the ground, which are drawn again in every frame. */
  readonly moving?: Marks;
  /** Marks between the ground and those that move, which change more often than the one and less often than the others. */
  readonly middle?: Ground<Marks>;
}

/** Marks that change less often than those above them: they are drawn again only if the key has changed. */
export interface Ground<M = AnyMarks> {
  readonly key: string;
  readonly marks: () => M;
}
