import { printedBy } from '../values/printed-by.ts';

/** Keys whose values Docker measures: another one each time. */
export const measuredKeys =
  /^(?:Pid|(?:Virtual)?Size|SizeRw|SizeRootFs|Created)$|[Tt]imestamp|[Uu]ptime|[Dd]uration|[Ll]atency|^Index$/;
/** Keys whose values describe the computer, or that Docker fills with more as it grows. */
export const environmentKeys =
  /^(?:Architecture|Variant|GraphDriver|KernelVersion|OperatingSystem|Options|Labels|Annotations)$/;
/** Keys that older engines printed. */
export const goneKeys =
  /^(?:ContainerConfig|DockerVersion|VirtualSize|Container|Parent|GraphDriver|Bridge|HairpinMode|LinkLocalIPv6\w+|SecondaryIP\w+|EndpointID|Gateway|GlobalIPv6\w+|IPAddress|IPPrefixLen|IPv6Gateway|MacAddress|OnBuild|Attachable|Ingress|Secret|ConfigOnly|ConfigFrom)$/;

/**
 * Whether a command prints JSON of Docker's own. A file that a container prints is none, though `json` stands in its name.
 */
export function isOfDocker(ran: string): boolean {
  return (
    printedBy(ran).programs.some((program) => program.startsWith('docker ')) &&
    /\binspect\b|\s(?:--format|-f)[= ]\s*["']?\s*(?:json\b|\{\{\s*json\b)/.test(ran)
  );
}
