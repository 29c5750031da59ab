import type { DrawnQuestion } from './blueprint/draw-paper.js';
import { partMarks } from './marks.js';
import type { PaperSource } from './paper.js';

/** What a paper has to know of a question: of a case, of its parts as well. */
export interface SourceFrame extends Pick<PaperSource, 'id' | 'type' | 'optionKeys' | 'promptKeys' | 'blanks' | 'variables'> {
  readonly parts: readonly SourceFrame[];
}

function sourceOf({ parts: _parts, ...frame }: SourceFrame, marks: number, section: number, caseId?: string): PaperSource {
  return { ...frame, marks, section, ...(caseId !== undefined && { caseId }) };
}

/** Drawn questions on their way onto a paper; a case is answered part by part, which share its mark. */
export function paperSources(drawn: readonly DrawnQuestion[], frames: ReadonlyMap<string, SourceFrame>): PaperSource[] {
  return drawn.flatMap(({ versionId, section, marks }) => {
    const frame = frames.get(versionId);
    if (!frame) throw new Error(`question version ${versionId} is unknown`);
    if (!frame.parts.length) return [sourceOf(frame, marks, section)];
    const each = partMarks(marks, frame.parts.length);
    return frame.parts.map((part, index) => sourceOf(part, each[index]!, section, versionId));
  });
}
