import { type Edges, type PanelFrame, panelEdges, panelFrame } from './frame.ts';
import type { FigureLayout } from './layout.ts';
import type { RecordedFigure, RecordedPanel } from './recorded-figure.ts';

/**
 * The frames of all panels of a figure, in line with each other: panels of one row begin and end at the same heights,
 * panels of one column at the same left edge, and at the same right one where no color bar stands.
 */
export function alignedFrames({ panels }: RecordedFigure, layout: FigureLayout): PanelFrame[] {
  const sizes = layout.panels.map(({ size }) => size);
  const wanted = panels.map((panel, i) => panelEdges(panel, sizes[i] ?? empty));
  return panels.map((panel, i) => {
    const own = wanted[i] ?? { left: 0, right: 1, top: 0, bottom: 1 };
    const row = wanted.filter((_, j) => sameRow(panel, panels[j]));
    const column = wanted.filter((_, j) => sameColumn(panel, panels[j]));
    const bars = panels.some((other) => sameColumn(panel, other) && other.bars.length > 0);
    const edges: Edges = {
      left: Math.max(...column.map(({ left }) => left)),
      right: bars ? own.right : Math.min(...column.map(({ right }) => right)),
      top: Math.max(...row.map(({ top }) => top)),
      bottom: Math.min(...row.map(({ bottom }) => bottom)),
    };
    return panelFrame(panel, sizes[i] ?? empty, edges);
  });
}

const empty = { width: 1, height: 1, scale: 1 };

function sameRow(one: RecordedPanel, other: RecordedPanel | undefined): boolean {
  return one.box[1] === other?.box[1] && one.box[3] === other?.box[3];
}

function sameColumn(one: RecordedPanel, other: RecordedPanel | undefined): boolean {
  return one.box[0] === other?.box[0] && one.box[2] === other?.box[2];
}
