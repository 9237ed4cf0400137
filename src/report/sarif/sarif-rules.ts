import { diagnosticCodes, type Severity } from '../../model/diagnostic.ts';
import { failureRules, findingRules } from '../rules.ts';

/** A reportingDescriptor (section 3.49). */
interface SarifRule {
  id: string;
  shortDescription: { text: string };
  help: { text: string; markdown: string };
  defaultConfiguration: { level: Severity | 'none' };
}

/** All rules there are, always in the same order, and where each stands in it. */
export function sarifRules(): { rules: SarifRule[]; indexOf(code: string): number } {
  const findings = Object.entries(findingRules).map(([code, help]) =>
    rule(code, help, diagnosticCodes[code as keyof typeof diagnosticCodes]),
  );
  const failures = Object.entries(failureRules).map(([code, help]) =>
    rule(code, help, code === 'blocked' ? 'none' : 'error'),
  );
  const rules = [...findings, ...failures];
  const places = new Map(rules.map(({ id }, index) => [id, index]));
  return { rules, indexOf: (code) => places.get(code) ?? -1 };
}

function rule(id: string, markdown: string, level: Severity | 'none'): SarifRule {
  const text = markdown.replaceAll('`', '');
  const [first = text] = text.split(/(?<=\.)\s/);
  return {
    id,
    shortDescription: { text: first },
    help: { text, markdown },
    defaultConfiguration: { level },
  };
}
