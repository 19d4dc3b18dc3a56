type Environment = Readonly<Record<string, string | undefined>>;

/** What of this process's surroundings the AWS CLI may see, and where it is looked for. */
export interface AwsCliConfiguration {
  /** `CENTRAL_OPS_AWS_CLI`; undefined takes the one of `PATH`. */
  readonly program: string | undefined;
  /** `PATH`. */
  readonly searchPath: string;
  /** Variables that it gets besides those that are made for it. */
  readonly variables: Readonly<Record<string, string>>;
  /** Another endpoint for every service; the sandbox's. */
  readonly endpointUrl: string | undefined;
}

/** The clock that times are printed in, certificates, and how endpoints are chosen. Never a profile, a key or a file of settings. */
const PASSED_ON =
  /^(?:TZ|AWS_CA_BUNDLE|REQUESTS_CA_BUNDLE|AWS_ENDPOINT_URL(?:_[A-Z0-9_]+)?|AWS_USE_FIPS_ENDPOINT|AWS_USE_DUALSTACK_ENDPOINT)$/;

export function awsCliSurroundings(
  environment: Environment,
  configured: {
    readonly program: string | undefined;
    readonly proxy: { readonly url: URL; readonly noProxy: string } | undefined;
    readonly certificateBundle: string | undefined;
  },
): AwsCliConfiguration {
  const { program, proxy, certificateBundle } = configured;
  const passedOn = Object.entries(environment).flatMap(([name, value]) =>
    value !== undefined && value !== '' && PASSED_ON.test(name) ? [[name, value] as const] : [],
  );
  return {
    program,
    searchPath: environment['PATH'] ?? '',
    variables: {
      ...Object.fromEntries(passedOn),
      ...(certificateBundle === undefined ? {} : { AWS_CA_BUNDLE: certificateBundle }),
      ...(proxy === undefined ? {} : { HTTPS_PROXY: proxy.url.href, NO_PROXY: proxy.noProxy }),
    },
    endpointUrl: undefined,
  };
}

/** Leads every service to one endpoint on this machine; whatever would go elsewhere meets a proxy that is not there. */
export function atEndpoint(configuration: AwsCliConfiguration, endpointUrl: string): AwsCliConfiguration {
  const { TZ: zone } = configuration.variables;
  const nowhere = 'http://127.0.0.1:9';
  return {
    ...configuration,
    endpointUrl,
    variables: {
      ...(zone === undefined ? {} : { TZ: zone }),
      HTTP_PROXY: nowhere,
      HTTPS_PROXY: nowhere,
      NO_PROXY: new URL(endpointUrl).hostname,
    },
  };
}
