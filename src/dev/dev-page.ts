/** Addresses of what the development server adds to a site, on its host. */
export const devAddresses = {
  script: '/_seaworthy/dev.js',
  styles: '/_seaworthy/dev.css',
  events: '/_seaworthy/events',
} as const;

/**
 * A page with the script that keeps it up to date. The script knows by `version` which text the browser has. The page's
 * content security policy is widened by just what the script needs: itself, its styles, and requests to this server.
 */
export function withDevScript(html: string, version: string): string {
  const script = `<script src="${devAddresses.script}" data-version="${version}" defer></script>`;
  const policy = /(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(">)/i;
  const allowed = html.replace(policy, (_all, before: string, text: string, after: string) => {
    return `${before}${widen(text)}${after}`;
  });
  return allowed.replace(/<title>/i, () => `${script}<title>`);
}

function widen(policy: string): string {
  const directives = new Map(
    policy
      .replace(/&(?:#x27|#39|apos);/gi, "'")
      .split(';')
      .map((directive) => {
        const [name = '', ...sources] = directive.trim().split(/\s+/);
        return [name, sources] as const;
      }),
  );
  for (const name of ['script-src', 'style-src', 'connect-src']) {
    const sources = (directives.get(name) ?? []).filter((source) => source !== "'none'");
    directives.set(name, sources.includes("'self'") ? sources : [...sources, "'self'"]);
  }
  return [...directives].map(([name, sources]) => [name, ...sources].join(' ')).join('; ');
}
