import { isJsonObject, type JsonObject } from '../../domain/json.js';
import type { Certificate } from '../organization/model.js';
import { ServiceError } from './aws-fault.js';
import { nextPage } from './paging.js';
import type { CallContext, Service } from './service.js';

/** https://docs.aws.amazon.com/acm/latest/APIReference/ */
export const acm: Service = {
  name: 'acm',
  className: 'ACM',
  actionPrefix: 'acm',
  endpointPrefix: 'acm',
  protocol: 'json',
  operations: { ListCertificates: { answer: listCertificates } },
};

/** The list leaves out every key type but RSA-1024 and RSA-2048, unless they are named. */
function listCertificates(context: CallContext): JsonObject {
  const includes = context.params.value('Includes');
  const named = isJsonObject(includes) && Array.isArray(includes['keyTypes']) ? includes['keyTypes'] : undefined;
  const keyTypes = named?.map(String) ?? ['RSA_1024', 'RSA_2048'];
  const statuses = context.params.texts('CertificateStatuses');
  const chosen = context.regional.certificates.filter(
    (one) => keyTypes.includes(one.keyAlgorithm) && (statuses?.includes(one.status) ?? true),
  );
  const { items, next } = context.page(chosen, {
    token: context.params.text('NextToken'),
    size: context.params.whole('MaxItems'),
    standardSize: 1000,
    invalid: () => new ServiceError('ValidationException', 'Invalid next token.'),
  });
  return {
    CertificateSummaryList: items.map((one) => summaryOf(context, one)),
    ...nextPage('NextToken', next),
  };
}

function summaryOf({ region, account }: CallContext, one: Certificate): JsonObject {
  return {
    CertificateArn: `arn:aws:acm:${region}:${account.id}:certificate/${one.id}`,
    DomainName: one.domain,
    SubjectAlternativeNameSummaries: [one.domain],
    HasAdditionalSubjectAlternativeNames: false,
    Status: one.status,
    Type: one.imported ? 'IMPORTED' : 'AMAZON_ISSUED',
    KeyAlgorithm: one.keyAlgorithm,
    InUse: one.inUse,
    RenewalEligibility: one.imported || !one.inUse ? 'INELIGIBLE' : 'ELIGIBLE',
    NotAfter: one.endsAt,
  };
}
