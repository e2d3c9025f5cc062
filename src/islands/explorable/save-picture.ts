const svgNamespace = 'http://www.w3.org/2000/svg';

/** The drawings of an explorable, one below the other, as one self-contained SVG file. */
export function pictureFile(drawings: readonly SVGSVGElement[], title: string): string {
  const page = getComputedStyle(document.documentElement);
  const boxes = drawings.map(sizeOf);
  const width = Math.max(...boxes.map((box) => box.width));
  const height = boxes.reduce((sum, box) => sum + box.height, 0);
  const file = document.createElementNS(svgNamespace, 'svg');
  file.setAttribute('xmlns', svgNamespace);
  file.setAttribute('viewBox', `0 0 ${width} ${height}`);
  file.setAttribute('width', String(2 * width));
  file.setAttribute('height', String(2 * height));
  file.setAttribute('font-family', "'Source Sans 3', 'Source Sans Pro', 'Helvetica Neue', Arial, sans-serif");
  const name = document.createElementNS(svgNamespace, 'title');
  name.textContent = title;
  const paper = document.createElementNS(svgNamespace, 'rect');
  for (const [key, value] of Object.entries({ width, height, fill: 'var(--color-surface)' })) {
    paper.setAttribute(key, String(value));
  }
  file.append(name, paper);
  let top = 0;
  drawings.forEach((drawing, i) => {
    file.append(standAlone(drawing, top));
    top += boxes[i]?.height ?? 0;
  });
  for (const element of file.querySelectorAll('.variable')) element.setAttribute('font-style', 'italic');
  return new XMLSerializer()
    .serializeToString(file)
    .replace(/var\((--[\w-]+)\)/g, (_, variable: string) => page.getPropertyValue(variable).trim());
}

/** The size of a drawing in its own units. */
function sizeOf(drawing: SVGSVGElement): { readonly width: number; readonly height: number } {
  const [, , width = 0, height = 0] = (drawing.getAttribute('viewBox') ?? '').split(' ').map(Number);
  return { width, height };
}

function standAlone(drawing: SVGSVGElement, top: number): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const { width, height } = sizeOf(drawing);
  for (const [key, value] of Object.entries({ y: top, width, height })) copy.setAttribute(key, String(value));
  // References that are invalid outside the page, and white space that another program might collapse.
  for (const attribute of ['aria-labelledby', 'aria-describedby', 'class', 'role']) copy.removeAttribute(attribute);
  copy.setAttribute('xml:space', 'preserve');
  return copy;
}

/** The same as a PNG of twice its size, as a `data:` address: the page's policy allows no other kind of image. */
export async function pngOf(file: string): Promise<string> {
  const image = new Image();
  image.src = dataAddress(file);
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  return canvas.toDataURL('image/png');
}

export function dataAddress(file: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(file)}`;
}

/** Downloads a file. */
export function download(address: string, name: string): void {
  const link = document.createElement('a');
  [link.href, link.download] = [address, name];
  link.click();
}
