import { inflateSync } from 'node:zlib';

const objects = (pdf: Buffer): Map<number, { head: string; stream: Buffer | null }> => {
  const text = pdf.toString('latin1');
  const found = new Map<number, { head: string; stream: Buffer | null }>();
  for (const match of text.matchAll(/^(\d+) 0 obj\n/gm)) {
    const from = match.index + match[0].length;
    const end = text.indexOf('\nendobj', from);
    const opened = text.indexOf('stream\n', from);
    const streamed = opened >= 0 && opened < end;
    const head = text.slice(from, streamed ? opened : end);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const raw = streamed ? pdf.subarray(opened + 7, opened + 7 + length) : null;
    found.set(Number(match[1]), { head, stream: raw && head.includes('/FlateDecode') && !head.includes('/Image') ? inflateSync(raw) : raw });
  }
  return found;
};

/** What each code of a font stands for, as the document itself says for who copies text. */
function codes(map: string): Map<string, string> {
  const found = new Map<string, string>();
  const shown = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, body] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, first, list] of body!.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi))
      // A shape that stands for two characters, as ff may, names both with a space between them.
      [...list!.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex], index) =>
        found.set((Number.parseInt(first!, 16) + index).toString(16).padStart(4, '0'), shown(hex!.replaceAll(' ', ''))),
      );
  return found;
}

const reference = (head: string, name: string): number => Number(new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1]);

/** The text of each page of one of our documents, lines joined: taken out as a reader's copying would. */
export function textOfPdf(pdf: Buffer): string[] {
  const all = objects(pdf);
  const fontOf = (id: number): Map<string, string> => codes(all.get(reference(all.get(id)!.head, 'ToUnicode'))?.stream?.toString('latin1') ?? '');
  const pages = [...all.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head));
  return pages.map(({ head }) => {
    const resources = all.get(reference(head, 'Resources'))!.head;
    const fonts = new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name!, fontOf(Number(id))]));
    let font = new Map<string, string>();
    let text = '';
    for (const [, name, hex] of all.get(reference(head, 'Contents'))!.stream!.toString('latin1').matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>/g)) {
      if (name) font = fonts.get(name) ?? new Map<string, string>();
      else for (const [code] of hex!.matchAll(/.{4}/g)) text += font.get(code.toLowerCase()) ?? '';
    }
    return text;
  });
}
