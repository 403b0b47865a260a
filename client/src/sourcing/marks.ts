import * as vscode from 'vscode';
import type { DraftSourcing, SourcedClaim } from '../protocol.ts';
import { linesOn } from './words.ts';

type Standing = SourcedClaim['standing'];

/** The marks on claims, one kind for each way a claim can stand. */
export interface Marks extends vscode.Disposable {
  /** Marks the claims in an editor, in the place of those marked before. */
  draw(editor: vscode.TextEditor, claims: DraftSourcing['claims']): void;
}

/** How a standing looks: a line below, and a sign after the sentence, so that no two differ by colour alone. */
interface Look {
  readonly line: 'dotted' | 'dashed' | 'double' | 'solid';
  readonly width: number;
  readonly sign: string;
  /** Whether it is marked beside the scroll bar too: what is in order would only fill it. */
  readonly overview: boolean;
}

const LOOKS: Readonly<Record<Standing, Look>> = {
  attributed: { line: 'dotted', width: 2, sign: '', overview: false },
  vague: { line: 'dashed', width: 2, sign: '?', overview: true },
  bare: { line: 'double', width: 3, sign: '○', overview: true },
  checked: { line: 'solid', width: 1, sign: '✓', overview: true },
};
const STANDINGS = Object.keys(LOOKS) as readonly Standing[];

/** Makes the marks. */
export function createMarks(): Marks {
  const types = new Map(STANDINGS.map((standing) => [standing, typeFor(standing)]));
  return {
    draw(editor, claims) {
      for (const [standing, type] of types) {
        editor.setDecorations(type, claims.filter((claim) => claim.standing === standing).map(markOn));
      }
    },
    dispose() {
      for (const type of types.values()) type.dispose();
    },
  };
}

function typeFor(standing: Standing): vscode.TextEditorDecorationType {
  const { line, width, sign, overview } = LOOKS[standing];
  const color = new vscode.ThemeColor(`bluePencil.sourcing.${standing}`);
  return vscode.window.createTextEditorDecorationType({
    borderStyle: line,
    borderWidth: `0 0 ${width}px 0`,
    borderColor: color,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    ...(sign !== '' && { after: { contentText: sign, color, margin: '0 0 0 0.3em' } }),
    ...(overview && { overviewRulerColor: color, overviewRulerLane: vscode.OverviewRulerLane.Left }),
  });
}

function markOn(claim: SourcedClaim): vscode.DecorationOptions {
  const { start, end } = claim.range;
  const hoverMessage = linesOn(claim, vscode.l10n.t).map((line) =>
    new vscode.MarkdownString().appendText(line),
  );
  return { range: new vscode.Range(start.line, start.character, end.line, end.character), hoverMessage };
}
