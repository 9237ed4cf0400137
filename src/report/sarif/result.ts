/** One result before it has its fingerprint. */
export interface SarifResult {
  ruleId: string;
  ruleIndex: number;
  /** `open`: nothing is known, because something outside is missing. */
  kind: 'fail' | 'open';
  level: 'error' | 'warning' | 'note' | 'none';
  message: { text: string; markdown: string };
  locations: {
    physicalLocation: { artifactLocation: ArtifactLocation; region: SarifRegion };
  }[];
  fixes?: SarifFix[];
}

/** Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface SarifRegion {
  startLine: number;
  startColumn: number;
  endLine?: number;
  endColumn?: number;
  snippet?: { text: string };
}

/** A file, by its path from the folder of the run. */
export interface ArtifactLocation {
  uri: string;
  uriBaseId: 'SRCROOT';
}

/** A replacement that a program may offer (section 3.55). */
export interface SarifFix {
  description: { text: string };
  artifactChanges: {
    artifactLocation: ArtifactLocation;
    replacements: { deletedRegion: SarifRegion; insertedContent: { text: string } }[];
  }[];
}
