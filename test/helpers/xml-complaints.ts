import { validateXML } from 'xmllint-wasm';

/** What libxml2 says against texts: that they are no well-formed XML, or, with an XML schema, that they don't keep it. */
export async function xmlComplaints(text: string, schema?: string): Promise<string[]> {
  const xml = [{ fileName: 'it.xml', contents: text }];
  const options =
    schema === undefined ? { xml, normalization: 'format' as const } : { xml, schema: [schema] };
  return (await validateXML(options)).errors.map((error) => error.rawMessage);
}
