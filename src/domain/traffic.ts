import { addressRange } from './address-range.js';

/** What comes in or goes out: the ports of a protocol, or less closely said. */
export type TrafficService =
  | { readonly kind: 'ports'; readonly protocol: 'tcp' | 'udp' | 'port'; readonly from: number; readonly to: number }
  /** Ping and its kin, of IPv4 and IPv6. */
  | { readonly kind: 'icmp' }
  /** Whatever it is. */
  | { readonly kind: 'any' }
  /** Every protocol at once. */
  | { readonly kind: 'all' }
  /** Every port of TCP or of UDP. */
  | { readonly kind: 'all-ports' };

/** Traffic that a rule may let through. `anywhere` is the whole Internet, over IPv4 or IPv6; `any` whoever it is. */
export interface Traffic {
  readonly direction: 'in' | 'out';
  /** One of these is enough. */
  readonly services: readonly TrafficService[];
  /** `any`, `anywhere`, or a range of addresses: `0.0.0.0/0`, `::/0`, `10.0.0.0/8`. */
  readonly peer: string;
}

/** Traffic as filters have it: `tcp 22 from anywhere`, `tcp 80 or port 8000-8100 from 10.0.0.0/8`, `all traffic to anywhere`. */
export function trafficText({ direction, services, peer }: Traffic): string {
  const end = peer === 'any' ? (direction === 'in' ? 'any source' : 'any destination') : peer;
  return `${services.map(serviceText).join(' or ')} ${direction === 'in' ? 'from' : 'to'} ${end}`;
}

function serviceText(service: TrafficService): string {
  switch (service.kind) {
    case 'ports':
      return `${service.protocol} ${portText(service)}`;
    case 'icmp':
      return 'icmp';
    case 'any':
      return 'any traffic';
    case 'all':
      return 'all traffic';
    case 'all-ports':
      return 'all ports';
    default:
      return service satisfies never;
  }
}

/** "22", "8000-8100". */
export function portText({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? String(from) : `${from}-${to}`;
}

/** Reads what {@link trafficText} writes; undefined for anything else. */
export function readTraffic(text: string): Traffic | undefined {
  const words = /^(.{1,300}) (from|to) (any source|any destination|\S{1,50})$/.exec(text.trim().toLowerCase());
  if (words === null) return undefined;
  const [, what = '', way, end = ''] = words;
  const services = what.split(' or ').map((one) => readService(one));
  const known = services.flatMap((service) => service ?? []);
  if (known.length !== services.length) return undefined;
  const peer = end.startsWith('any ') ? 'any' : end;
  if (peer !== 'any' && peer !== 'anywhere' && addressRange(peer) === undefined) return undefined;
  return { direction: way === 'from' ? 'in' : 'out', services: known, peer };
}

const PORTS = /^(tcp|udp|port) (\d{1,5})(?:-(\d{1,5}))?$/;

/** "tcp 22", "port 8000-8100", "icmp"; undefined for anything else. */
export function readService(text: string): TrafficService | undefined {
  if (text === 'icmp') return { kind: 'icmp' };
  if (text === 'any traffic') return { kind: 'any' };
  if (text === 'all traffic') return { kind: 'all' };
  if (text === 'all ports') return { kind: 'all-ports' };
  const [, protocol, first, last = first] = PORTS.exec(text) ?? [];
  if (protocol !== 'tcp' && protocol !== 'udp' && protocol !== 'port') return undefined;
  const [from, to] = [Number(first), Number(last)];
  return from <= to && to <= HIGHEST_PORT ? { kind: 'ports', protocol, from, to } : undefined;
}

export const HIGHEST_PORT = 65_535;
