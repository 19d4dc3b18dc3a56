import type { JsonObject } from '../../domain/json.js';
import { APP_RUNNER_REGIONS } from '../organization/organization.js';
import type { Secret } from '../organization/model.js';
import { ServiceError } from './aws-fault.js';
import { nextPage } from './paging.js';
import type { CallContext, Service } from './service.js';

/** STS as a script calls it. Needs no permission: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
export const sts: Service = {
  name: 'sts',
  className: 'STS',
  actionPrefix: 'sts',
  endpointPrefix: 'sts',
  protocol: 'query',
  operations: {
    GetCallerIdentity: {
      answer: (context) => ({ UserId: context.caller.userId, Account: context.account.id, Arn: context.caller.arn }),
      action: null,
    },
  },
};

/** A service that many Regions do not have. https://docs.aws.amazon.com/general/latest/gr/apprunner.html */
export const apprunner: Service = {
  name: 'apprunner',
  className: 'AppRunner',
  actionPrefix: 'apprunner',
  endpointPrefix: 'apprunner',
  protocol: 'json',
  offeredIn: APP_RUNNER_REGIONS,
  operations: { ListServices: { answer: listAppRunnerServices } },
};

function listAppRunnerServices(context: CallContext): JsonObject {
  const { items, next } = context.page(context.regional.appRunnerServices, {
    token: context.params.text('NextToken'),
    size: context.params.whole('MaxResults'),
    standardSize: 20,
    invalid: () => new ServiceError('InvalidRequestException', 'Invalid NextToken.'),
  });
  return {
    ServiceSummaryList: items.map((service) => ({
      ServiceName: service.name,
      ServiceId: service.id,
      ServiceArn: `arn:aws:apprunner:${context.region}:${context.account.id}:service/${service.name}/${service.id}`,
      ServiceUrl: `${service.id.slice(0, 10)}.${context.region}.awsapprunner.com`,
      CreatedAt: service.createdAt,
      UpdatedAt: service.createdAt,
      Status: service.status,
    })),
    ...nextPage('NextToken', next),
  };
}

/** Here to be refused: a reader has no business with secret values. */
export const secretsmanager: Service = {
  name: 'secretsmanager',
  className: 'SecretsManager',
  actionPrefix: 'secretsmanager',
  endpointPrefix: 'secretsmanager',
  protocol: 'json',
  operations: {
    ListSecrets: { answer: listSecrets },
    GetSecretValue: { answer: getSecretValue },
  },
};

function listSecrets(context: CallContext): JsonObject {
  const { items, next } = context.page(context.regional.secrets, {
    token: context.params.text('NextToken'),
    size: context.params.whole('MaxResults'),
    standardSize: 100,
    invalid: () => new ServiceError('InvalidNextTokenException', 'Invalid NextToken'),
  });
  return {
    SecretList: items.map((secret) => ({
      ARN: secretArn(context, secret),
      Name: secret.name,
      RotationEnabled: secret.rotated,
      CreatedDate: secret.createdAt,
      LastChangedDate: secret.createdAt,
      Tags: [],
    })),
    ...nextPage('NextToken', next),
  };
}

function getSecretValue(context: CallContext): JsonObject {
  const wanted = context.params.text('SecretId');
  const secret = context.regional.secrets.find(
    (candidate) => candidate.name === wanted || secretArn(context, candidate) === wanted,
  );
  if (secret === undefined) {
    throw new ServiceError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
  }
  return {
    ARN: secretArn(context, secret),
    Name: secret.name,
    SecretString: `canary-secret-value-of-${secret.name}`,
    VersionId: '00000000-0000-4000-8000-000000000005',
    VersionStages: ['AWSCURRENT'],
    CreatedDate: secret.createdAt,
  };
}

function secretArn(context: CallContext, secret: Secret): string {
  return `arn:aws:secretsmanager:${context.region}:${context.account.id}:secret:${secret.name}-${secret.suffix}`;
}
