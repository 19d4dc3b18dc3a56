import type { JsonObject } from '../../domain/json.js';
import type { DynamoTable, KmsKey } from '../organization/model.js';
import { ServiceError } from './aws-fault.js';
import { nextPage } from './paging.js';
import type { CallContext, Service } from './service.js';

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/ */
export const dynamodb: Service = {
  name: 'dynamodb',
  className: 'DynamoDB',
  actionPrefix: 'dynamodb',
  endpointPrefix: 'dynamodb',
  protocol: 'json',
  operations: {
    ListTables: { answer: listTables },
    DescribeTable: { answer: describeTable },
    DescribeContinuousBackups: { answer: describeContinuousBackups },
  },
};

/** Its token is the name of the last table. */
function listTables({ regional, params }: CallContext): JsonObject {
  const names = regional.dynamoTables.map(({ name }) => name).sort();
  const after = params.text('ExclusiveStartTableName') ?? '';
  const left = names.filter((name) => name > after);
  const TableNames = left.slice(0, params.whole('Limit') ?? 100);
  const last = TableNames.at(-1);
  return {
    TableNames,
    ...(last === undefined || TableNames.length === left.length ? {} : { LastEvaluatedTableName: last }),
  };
}

function describeTable(context: CallContext): JsonObject {
  const table = tableNamed(context);
  return {
    Table: {
      TableName: table.name,
      TableArn: `arn:aws:dynamodb:${context.region}:${context.account.id}:table/${table.name}`,
      TableStatus: 'ACTIVE',
      CreationDateTime: table.createdAt,
      ItemCount: table.items,
      TableSizeBytes: table.bytes,
      DeletionProtectionEnabled: table.deletionProtection,
      ...(table.onDemand ? { BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' } } : {}),
    },
  };
}

function describeContinuousBackups(context: CallContext): JsonObject {
  const { pointInTimeRecovery } = tableNamed(context);
  return {
    ContinuousBackupsDescription: {
      ContinuousBackupsStatus: 'ENABLED',
      PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: pointInTimeRecovery ? 'ENABLED' : 'DISABLED' },
    },
  };
}

function tableNamed({ regional, params }: CallContext): DynamoTable {
  const name = params.text('TableName') ?? '';
  const table = regional.dynamoTables.find((one) => one.name === name);
  if (table !== undefined) return table;
  throw new ServiceError('ResourceNotFoundException', `Requested resource not found: Table: ${name} not found`);
}

/** https://docs.aws.amazon.com/kms/latest/APIReference/ */
export const kms: Service = {
  name: 'kms',
  className: 'KMS',
  actionPrefix: 'kms',
  endpointPrefix: 'kms',
  protocol: 'json',
  operations: {
    ListKeys: { answer: listKeys },
    ListAliases: { answer: listAliases },
    DescribeKey: { answer: describeKey },
    GetKeyRotationStatus: {
      answer: (context) => {
        const key = keyNamed(context);
        return { KeyId: key.id, KeyRotationEnabled: key.rotates };
      },
    },
  },
};

function listKeys(context: CallContext): JsonObject {
  return keyPage(context, 'Keys', (key) => ({ KeyId: key.id, KeyArn: keyArn(context, key) }));
}

function listAliases(context: CallContext): JsonObject {
  const prefix = `arn:aws:kms:${context.region}:${context.account.id}`;
  return keyPage(context, 'Aliases', (key) => ({
    AliasName: `alias/${key.alias}`,
    AliasArn: `${prefix}:alias/${key.alias}`,
    TargetKeyId: key.id,
    CreationDate: key.createdAt,
  }));
}

function keyPage(context: CallContext, list: string, wire: (key: KmsKey) => JsonObject): JsonObject {
  const { items, next } = context.page(context.regional.kmsKeys, {
    token: context.params.text('Marker'),
    size: context.params.whole('Limit'),
    standardSize: 100,
    invalid: () => new ServiceError('InvalidMarkerException', 'The marker is not valid.'),
  });
  return { [list]: items.map(wire), Truncated: next !== undefined, ...nextPage('NextMarker', next) };
}

function describeKey(context: CallContext): JsonObject {
  const key = keyNamed(context);
  return {
    KeyMetadata: {
      AWSAccountId: context.account.id,
      KeyId: key.id,
      Arn: keyArn(context, key),
      CreationDate: key.createdAt,
      Enabled: key.state === 'Enabled',
      Description: '',
      KeyUsage: 'ENCRYPT_DECRYPT',
      KeyState: key.state,
      Origin: 'AWS_KMS',
      KeyManager: key.ownedByAws ? 'AWS' : 'CUSTOMER',
      KeySpec: 'SYMMETRIC_DEFAULT',
      MultiRegion: false,
    },
  };
}

function keyNamed(context: CallContext): KmsKey {
  const wanted = context.params.text('KeyId') ?? '';
  const key = context.regional.kmsKeys.find((one) =>
    [one.id, `alias/${one.alias}`, keyArn(context, one)].includes(wanted),
  );
  if (key !== undefined) return key;
  throw new ServiceError('NotFoundException', `Key '${wanted}' does not exist`);
}

function keyArn({ region, account }: CallContext, { id }: KmsKey): string {
  return `arn:aws:kms:${region}:${account.id}:key/${id}`;
}
