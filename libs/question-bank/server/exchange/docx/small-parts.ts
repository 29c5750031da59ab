import type { Attributes, XmlHandler } from '@skillhall/platform/tabular';

/** File names of pictures by their relation, out of `word/_rels/document.xml.rels`. */
export class RelationParts implements XmlHandler {
  readonly pictures = new Map<string, string>();

  open(name: string, attributes: Attributes): void {
    const { Id: id, Target: target = '', Type: type = '' } = attributes;
    if (name === 'Relationship' && id !== undefined && type.endsWith('/image')) this.pictures.set(id, target.split('/').pop() ?? target);
  }

  close(): void {
    // An element without content.
  }

  text(): void {
    // Relations hold none.
  }
}

interface StyleList {
  list: string | undefined;
  level: number | undefined;
  base: string | undefined;
}

/** Automatic numbers that paragraphs have by their style, out of `word/styles.xml`. */
export class StyleParts implements XmlHandler {
  readonly #styles = new Map<string, StyleList>();
  #style: StyleList | undefined;

  open(name: string, attributes: Attributes): void {
    const value = attributes['w:val'];
    if (name === 'style') this.#styles.set(attributes['w:styleId'] ?? '', (this.#style = { list: undefined, level: undefined, base: undefined }));
    else if (!this.#style) return;
    else if (name === 'basedOn') this.#style.base = value;
    else if (name === 'numId') this.#style.list = value;
    else if (name === 'ilvl') this.#style.level = Number(value ?? 0);
  }

  close(name: string): void {
    if (name === 'style') this.#style = undefined;
  }

  text(): void {
    // Styles hold none.
  }

  /** The list of a style, or of the one it is based on. */
  listOf(name: string | undefined): { readonly list: string | undefined; readonly level: number } {
    let [style, depth] = [name === undefined ? undefined : this.#styles.get(name), 0];
    let level: number | undefined;
    for (; style && depth < 20; depth++) {
      level ??= style.level;
      if (style.list !== undefined) return { list: style.list, level: level ?? 0 };
      style = style.base === undefined ? undefined : this.#styles.get(style.base);
    }
    return { list: undefined, level: 0 };
  }
}
