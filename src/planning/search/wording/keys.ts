import type { ServiceWording } from './wording.js';

/** Keys, certificates, secrets and signatures. */
export const KEYS_WORDING: readonly ServiceWording[] = [
  {
    service: 'kms',
    called:
      'key management service; encryption keys; cmk; customer managed keys; customer master key; encryption at rest; key rotation; key policy; grants',
    operations: {
      ListKeys:
        'encryption keys; all kms keys; cmks; how many encryption keys; customer managed keys; how many keys do we own; keys per region; list of cmks; our kms keys; customer managed kms keys; all encryption keys',
      DescribeKey:
        'keys pending deletion; disabled keys; when will a key be deleted; customer or aws managed key; key state; symmetric or asymmetric; multi region key; key spec and usage; imported key material; expiry of imported key material; details of one encryption key; which keys are scheduled for deletion; keys being deleted; is a key enabled; who manages a key; creation date of a key; description of a key; is it multi region; origin external; kms keys pending deletion; keys scheduled for deletion; when will this kms key be deleted; disabled kms keys; is this kms key enabled; kms key expiring; customer master keys that are disabled; state of a customer master key',
      GetKeyRotationStatus:
        'keys without rotation; is automatic rotation on; rotation disabled; key rotation enabled; rotation period; next rotation date; yearly rotation; which keys do not rotate; customer keys not rotated every year; rotation turned off; kms keys not rotated automatically; kms keys without rotation; automatic key rotation disabled; is key rotation enabled; which kms keys rotate',
      ListKeyRotations:
        'when was a key rotated; rotation history; last rotation of a key; on demand rotations; past rotations of a kms key; rotation dates of a key',
      ListAliases:
        'key names; friendly names of keys; aliases; which key is alias; keys by name; aws managed keys such as aws/ebs; which key belongs to an alias; keys with readable names; keys without an alias; kms key aliases; alias of a kms key',
      GetKeyPolicy:
        'who can use a key; who may decrypt; who administers a key; key policy; access to a key from other accounts; principals allowed to encrypt; can another account use our key; does a key policy allow everyone; key shared cross account; who can use a kms key; who can use this encryption key; who can decrypt with this key; which accounts can use a kms key; keys shared with other accounts; cross account key access; keys usable by outside accounts',
      ListKeyPolicies: 'names of policies of a key',
      ListGrants:
        'grants on a key; which services or roles were granted a key; delegated key use; who has a grant to decrypt; who was handed access to a key; grants left behind; kms grants; who has grants on a kms key',
      ListRetirableGrants: 'grants that a principal can retire',
      GetKeyLastUsage:
        'unused encryption keys; when was a key last used; keys nobody uses; last cryptographic operation; kms keys not used; is anybody still using this key',
      GetPublicKey: 'public half of an asymmetric key; signing key public part; public key of a signing key',
      DescribeCustomKeyStores:
        'custom key stores; keys in cloudhsm; external key stores; xks; disconnected key store; is an external key store connected; custom key stores in use',
      ListResourceTags: 'tags on an encryption key; key owner tag; tags of a kms key',
    },
  },
  {
    service: 'cloudhsmv2',
    called: 'cloudhsm; hardware security module; dedicated hsm; hsm cluster; fips key hardware',
    operations: {
      DescribeClusters:
        'hsm clusters; hardware security modules; hsm state and type; hsms per zone; clusters with a single hsm; uninitialized hsm cluster; do we run cloudhsm; hsm cluster status; how many hsms',
      DescribeBackups:
        'hsm backups; cluster backups; last backup of an hsm; backups pending deletion; hsm backups we keep; hsm backup retention',
      GetResourcePolicy:
        'who an hsm backup is shared with; accounts that can restore our hsm backup; hsm backup sharing policy',
    },
  },
  {
    service: 'acm',
    called:
      'certificate manager; ssl certificates; tls certs; https certificates; domain certificates; certificate renewal',
    operations: {
      ListCertificates:
        'ssl certificates; tls certs; https certificates for our domains; unused certificates; certificates not attached to anything; expired certificates; certificates pending validation; rsa or ecdsa certificates; imported certificates; certificates about to expire; certs expiring soon; which certs do we have; certs not in use; wildcard certificates; certs for a domain; certs failing renewal; imported certs that will not renew; weak key certificates; certs waiting for validation; acm certificates we have; certificates expiring in 30 days; ssl certificates not in use; certificates that expire this month; certs that run out soon; which certificates failed validation',
      DescribeCertificate:
        'when does a certificate expire; certificate expiring this month; renewal status; why did renewal fail; pending dns validation; failed validation; domain names on a certificate; subject alternative names; which load balancers use a certificate; certificate in use by; validation cname record; days until expiry; which certs run out in 30 days; expiry date of a cert; who uses a cert; is a cert eligible for renewal; dns record to validate a cert; transparency logging; when does this certificate expire; is this certificate in use; certificate renewal failed; why is a certificate pending validation; certs running out',
      SearchCertificates:
        'find certificates by domain, issuer, key algorithm or expiry; certificates matching a hostname; certificate search over many attributes; certificates issued by a given ca; certs with a given algorithm',
      GetCertificate: 'pem of a certificate; certificate chain; certificate body and chain',
      GetAccountConfiguration: 'how many days before expiry are we warned; expiry event settings of certificates',
      ListTagsForCertificate: 'tags on a certificate; owner of a certificate',
    },
  },
  {
    service: 'acm-pca',
    called: 'private ca; private certificate authority; internal pki; root and subordinate ca; internal certificates',
    operations: {
      ListCertificateAuthorities:
        'private cas; internal certificate authorities; root cas; subordinate cas; ca expiring; disabled or deleted ca; ca waiting for its certificate; short lived certificate mode; do we run a private ca; own cas and what they are; expensive private cas; cas by status; private certificate authorities; when does our private ca end; cas about to lapse; cas that expire soon',
      DescribeCertificateAuthority:
        'status of a private ca; crl and ocsp configuration; validity of a ca; when does the ca expire; why is the ca failing; revocation settings of a private ca; expiry of the root ca; usage mode of a ca',
      ListPermissions:
        'who may issue from a private ca; services permitted to renew from a ca; may acm renew from this private ca',
      GetPolicy: 'accounts a private ca is shared with; resource policy of a ca; with whom is a private ca shared',
      GetCertificateAuthorityCertificate:
        'root certificate of our private ca; ca chain pem; root ca chain of the internal pki',
      GetCertificateAuthorityCsr: 'signing request of a ca',
      DescribeCertificateAuthorityAuditReport: 'audit report of certificates issued by a ca',
      GetCertificate: 'one certificate issued by a private ca',
    },
  },
  {
    service: 'pca-connector-ad',
    called: 'private ca connector for active directory; windows certificate autoenrollment; ad certificate services',
    operations: {
      ListConnectors: 'connectors between private ca and active directory; autoenrollment connectors',
      ListTemplates: 'certificate templates; enrollment templates for windows machines',
      ListDirectoryRegistrations: 'directories registered for certificate enrollment',
      ListTemplateGroupAccessControlEntries: 'ad groups allowed to enroll with a template',
      ListServicePrincipalNames: 'service principal names for enrollment',
    },
  },
  {
    service: 'pca-connector-scep',
    called: 'private ca connector for scep; mobile device certificates; intune or mdm enrollment',
    operations: {
      ListConnectors: 'scep connectors; certificate enrollment endpoints for mdm',
      ListChallengeMetadata: 'scep challenges; enrollment challenges of a connector',
      GetConnector: 'scep endpoint and status of one connector',
    },
  },
  {
    service: 'secretsmanager',
    called:
      'secrets manager; stored secrets; passwords, api keys and tokens in aws; credentials vault; database passwords; secret rotation',
    operations: {
      ListSecrets:
        'secrets; which secrets do we store; secrets without rotation; secrets not rotated; secrets not accessed lately; unused secrets; secrets scheduled for deletion; last rotated date; secrets owned by rds; stale passwords; secrets replicated to other regions; next rotation date; credentials nobody reads; which secrets are not rotated; stale secrets; how many secrets; secrets by name or tag; secrets about to be deleted; when was a secret last used; secrets encrypted with default key; secrets rotated by lambda; secrets without rotation enabled; secrets not rotated for 90 days; secrets nobody used; secrets not accessed in months; unused secrets manager secrets; which secrets exist; secrets due for rotation; secrets pending deletion',
      DescribeSecret:
        'rotation settings of a secret; when was a secret last changed; rotation lambda of a secret; replicas of a secret; encryption key of a secret; last accessed date of one secret; is rotation on for a secret; next rotation of one secret; is a secret replicated; when was this secret last rotated; does this secret rotate; which rotation lambda does a secret use; details of a secret',
      GetResourcePolicy:
        'who can read a secret; accounts a secret is shared with; policy on a secret; can another account read a secret; secret shared cross account; who may read this secret; secret access policy',
      ListSecretVersionIds:
        'versions of a secret; staging labels; previous and pending versions; when was each version created; previous version of the database password secret; how many versions does a secret have',
    },
  },
  {
    service: 'signer',
    called: 'code signing; signed lambda code; signed containers; signing profiles; image signing',
    operations: {
      ListSigningProfiles:
        'code signing profiles; revoked or canceled profiles; who signs our lambda code; signing profiles we have; who may sign code',
      ListSigningJobs:
        'code signing runs; failed signing; recently signed artifacts; revoked signatures; what was signed; failed code signing jobs',
      GetSigningProfile: 'validity period of a signing profile; platform of a signing profile',
      DescribeSigningJob: 'one signing run; who requested a signature; when does a signature expire',
      ListSigningPlatforms: 'platforms code can be signed for',
      ListProfilePermissions: 'accounts allowed to use a signing profile',
    },
  },
  {
    service: 'payment-cryptography',
    called: 'payment cryptography; payment hsm; card keys; pin and cvv keys; pci pin',
    operations: {
      ListKeys:
        'payment keys; pin, cvv and mac keys; payment keys pending deletion; disabled card keys; payment keys we have; which card keys are enabled',
      GetKey: 'attributes of one payment key; key check value; key usage tr-31',
      ListAliases: 'names of payment keys',
      GetPublicKeyCertificate: 'certificate of a payment key pair',
      GetDefaultKeyReplicationRegions: 'regions payment keys are copied to',
      GetResourcePolicy: 'who else may use a payment key',
    },
  },
];
