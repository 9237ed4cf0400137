import { validateXML } from 'xmllint-wasm';

/** What libxml2 says against a text: that it is no well-formed XML, or, with a RELAX NG grammar, that it does not keep it. */
export async function xmlComplaints(text: string, grammar?: string): Promise<string[]> {
  const xml = [{ fileName: 'it.xml', contents: text }];
  const options =
    grammar === undefined
      ? { xml, normalization: 'format' as const }
      : { xml, extension: 'relaxng' as const, schema: [grammar] };
  return (await validateXML(options)).errors.map((error) => error.rawMessage);
}
