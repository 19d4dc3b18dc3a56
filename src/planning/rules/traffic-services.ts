import { readService, type TrafficService } from '../../domain/traffic.js';
import { lines } from './text-lists.js';

/** Services by the names of people, at the ports that IANA (or, for databases and tools, their makers) give them. */
const KNOWN = lines(`
  ssh, sftp, scp | tcp 22
  rdp, remote desktop | tcp 3389
  telnet | tcp 23
  ftp | tcp 20-21
  smtp | tcp 25
  http | tcp 80
  https | tcp 443
  dns | port 53
  ntp | udp 123
  snmp | udp 161-162
  ldap | tcp 389
  ldaps | tcp 636
  smb, cifs | tcp 445
  netbios | port 137-139
  nfs | tcp 2049
  winrm | tcp 5985-5986
  vnc | tcp 5900-5901
  docker | tcp 2375-2376
  kubelet | tcp 10250
  kubernetes api | tcp 6443
  etcd | tcp 2379-2380
  mysql, mariadb | tcp 3306
  postgres, postgresql | tcp 5432
  mssql, sql server, sqlserver | tcp 1433
  oracle | tcp 1521
  redis | tcp 6379
  memcached | port 11211
  mongodb, mongo | tcp 27017
  cassandra | tcp 9042
  redshift | tcp 5439
  elasticsearch | tcp 9200
  kibana | tcp 5601
  kafka | tcp 9092
  rabbitmq | tcp 5672
  zookeeper | tcp 2181
`);

export const NAMED_SERVICES: readonly (readonly [string, TrafficService])[] = [
  ...KNOWN.flatMap((line) => {
    const [names = '', ports = ''] = line.split(' | ');
    const service = readService(ports);
    return service === undefined ? [] : names.split(', ').map((name) => [name, service] as const);
  }),
  ...['ping', 'icmp'].map((name) => [name, { kind: 'icmp' }] as const),
  ...[
    'all traffic',
    'all inbound traffic',
    'all incoming traffic',
    'all outbound traffic',
    'all protocols',
    'everything',
  ].map((name) => [name, { kind: 'all' }] as const),
  ...['all ports', 'every port', 'all tcp ports'].map((name) => [name, { kind: 'all-ports' }] as const),
  ...['any traffic', 'any port', 'any ports', 'any protocol'].map((name) => [name, { kind: 'any' }] as const),
];
