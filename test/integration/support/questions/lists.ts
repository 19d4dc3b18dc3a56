import { perAccount, type Row, type TrueAccount, type TrueRegion } from '../ground-truth.js';
import type { List } from './question.js';

/** The rows that a question about each kind of thing shows, in the product's own column names. */
export const instances: List = (region) =>
  region.ec2Instances.map(({ id, name, type, state }) => ({ 'Instance ID': id, Name: name, Type: type, State: state }));
export const instancesWhere =
  (holds: (instance: TrueRegion['ec2Instances'][number]) => boolean): List =>
  (region, name, account) =>
    instances({ ...region, ec2Instances: region.ec2Instances.filter(holds) }, name, account);
export const databasesWhere =
  (holds: (database: TrueRegion['rdsInstances'][number]) => boolean): List =>
  (region) =>
    region.rdsInstances.filter(holds).map(({ name, engine, publiclyAccessible, encrypted }) => ({
      'DB instance': name,
      Engine: engine,
      Public: publiclyAccessible,
      Encrypted: encrypted,
    }));
export const volumesWhere =
  (holds: (volume: TrueRegion['volumes'][number]) => boolean): List =>
  (region) =>
    region.volumes.filter(holds).map(({ id, type, sizeGiB, encrypted }) => ({
      'Volume ID': id,
      Type: type,
      'Size GiB': sizeGiB,
      Encrypted: encrypted,
    }));
export const functionsWhere =
  (holds: (item: TrueRegion['lambdaFunctions'][number]) => boolean): List =>
  (region) =>
    region.lambdaFunctions
      .filter(holds)
      .map(({ name, runtime, memoryMiB }) => ({ Function: name, Runtime: runtime, 'Memory MB': memoryMiB }));
export const eksWhere =
  (holds: (cluster: TrueRegion['eksClusters'][number]) => boolean): List =>
  (region) =>
    region.eksClusters.filter(holds).map(({ name, version, status, publicEndpoint }) => ({
      Cluster: name,
      Version: version,
      Status: status,
      'Public endpoint': publicEndpoint,
    }));
export const servicesWhere =
  (holds: (service: TrueRegion['ecsServices'][number]) => boolean): List =>
  (region) =>
    region.ecsServices.filter(holds).map(({ name, launchType, desired, running }) => ({
      Service: name,
      'Launch type': launchType,
      Desired: desired,
      Running: running,
    }));
export type Bucket = TrueAccount['global']['s3Buckets'][number];
export const bucketsWhere = (accounts: readonly TrueAccount[], holds: (bucket: Bucket) => boolean): readonly Row[] =>
  perAccount(accounts, (account) =>
    account.global.s3Buckets.filter(holds).map(({ name, region }) => ({ Region: region, Bucket: name })),
  );
/** A block of public access undoes a public policy and a public ACL alike. */
export const isPublic = (bucket: Bucket): boolean =>
  (bucket.publicByPolicy || bucket.publicByAcl) && bucket.publicAccessBlocked !== true;

export function carrying(key: string, value: string) {
  return ({ tags }: { readonly tags: Readonly<Record<string, string>> }): boolean => tags[key] === value;
}

export const taggedIn =
  (key: string, value: string): List =>
  (region, name, account) => {
    const carries = carrying(key, value);
    const place = `${name}:${account.id}`;
    return [
      ...region.ec2Instances.filter(carries).map(({ id }) => `arn:aws:ec2:${place}:instance/${id}`),
      ...region.rdsInstances.filter(carries).map((item) => `arn:aws:rds:${place}:db:${item.name}`),
      ...region.lambdaFunctions.filter(carries).map((item) => `arn:aws:lambda:${place}:function:${item.name}`),
      ...account.global.s3Buckets
        .filter((bucket) => bucket.region === name && carries(bucket))
        .map((bucket) => `arn:aws:s3:::${bucket.name}`),
    ].map((arn) => ({ ARN: arn }));
  };
