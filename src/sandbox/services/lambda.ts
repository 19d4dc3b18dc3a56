import type { JsonObject } from '../../domain/json.js';
import type { LambdaFunction } from '../organization/model.js';
import { ServiceError } from './aws-fault.js';
import { nextPage } from './paging.js';
import type { CallContext, Service } from './service.js';

/** https://docs.aws.amazon.com/lambda/latest/api/ */
export const lambda: Service = {
  name: 'lambda',
  className: 'Lambda',
  actionPrefix: 'lambda',
  endpointPrefix: 'lambda',
  protocol: 'json',
  operations: {
    ListFunctions: { answer: listFunctions },
    GetFunction: {
      answer: (context) => {
        const item = functionOf(context);
        return {
          Configuration: configuration(context, item),
          Code: {
            RepositoryType: 'S3',
            Location: `https://awslambda-${context.region}-tasks.example/canary-secret-presigned`,
          },
          ...(Object.keys(item.tags).length === 0 ? {} : { Tags: item.tags }),
        };
      },
    },
    GetFunctionConfiguration: { answer: (context) => configuration(context, functionOf(context)) },
    GetPolicy: { answer: getPolicy },
    ListTags: {
      answer: (context) => {
        const wanted = context.params.text('Resource');
        const item = context.regional.lambdaFunctions.find((candidate) => arn(context, candidate) === wanted);
        if (item === undefined)
          throw new ServiceError('ResourceNotFoundException', `Function not found: ${wanted ?? ''}`);
        return { Tags: item.tags };
      },
    },
    UpdateFunctionCode: { answer: (context) => configuration(context, functionOf(context)), mutates: true },
  },
};

function listFunctions(context: CallContext): JsonObject {
  const { items, next } = context.page(context.regional.lambdaFunctions, {
    token: context.params.text('Marker'),
    size: context.params.whole('MaxItems'),
    standardSize: 50,
    invalid: () => new ServiceError('InvalidParameterValueException', 'Invalid pagination token.'),
  });
  return { Functions: items.map((item) => configuration(context, item)), ...nextPage('NextMarker', next) };
}

/** The name or the ARN of a function of this account and Region. */
function functionOf(context: CallContext): LambdaFunction {
  const wanted = context.params.text('FunctionName') ?? '';
  const item = context.regional.lambdaFunctions.find(
    (candidate) => candidate.name === wanted || arn(context, candidate) === wanted,
  );
  if (item === undefined) {
    const missing = `arn:aws:lambda:${context.region}:${context.account.id}:function:${wanted}`;
    throw new ServiceError('ResourceNotFoundException', `Function not found: ${missing}`);
  }
  return item;
}

function configuration(context: CallContext, item: LambdaFunction): JsonObject {
  return {
    FunctionName: item.name,
    FunctionArn: arn(context, item),
    Runtime: item.runtime,
    Role: `arn:aws:iam::${context.account.id}:role/lambda-execution`,
    Handler: 'index.handler',
    CodeSize: item.codeBytes,
    Description: '',
    Timeout: item.timeoutSeconds,
    MemorySize: item.memoryMiB,
    LastModified: item.lastModified,
    CodeSha256: Buffer.from(item.name.padEnd(32, '=').slice(0, 32)).toString('base64'),
    Version: '$LATEST',
    TracingConfig: { Mode: 'PassThrough' },
    RevisionId: '00000000-0000-4000-8000-000000000002',
    PackageType: 'Zip',
    Architectures: [item.architecture],
    EphemeralStorage: { Size: 512 },
    ...(item.environmentVariables.length === 0
      ? {}
      : {
          Environment: {
            Variables: Object.fromEntries(
              item.environmentVariables.map((name) => [
                name,
                `canary-secret-lambda-${item.name}-${name.toLowerCase()}`,
              ]),
            ),
          },
        }),
  };
}

function getPolicy(context: CallContext): JsonObject {
  const item = functionOf(context);
  if (!item.hasPolicy) {
    throw new ServiceError('ResourceNotFoundException', 'The resource you requested does not exist.');
  }
  const principal = item.isPublic ? '*' : { Service: 'events.amazonaws.com' };
  const statement = {
    Sid: 'invoke',
    Effect: 'Allow',
    Principal: principal,
    Action: 'lambda:InvokeFunction',
    Resource: arn(context, item),
  };
  return {
    Policy: JSON.stringify({ Version: '2012-10-17', Id: 'default', Statement: [statement] }),
    RevisionId: '00000000-0000-4000-8000-000000000003',
  };
}

function arn(context: CallContext, item: LambdaFunction): string {
  return `arn:aws:lambda:${context.region}:${context.account.id}:function:${item.name}`;
}
