import type { ServiceWording } from './wording.js';

/** API front doors. */
export const APIS_WORDING: readonly ServiceWording[] = [
  {
    service: 'apigateway',
    called:
      'api gateway; apigw; rest apis; rest api gateway; api gateway v1; apis; usage plans; api domain names; edge optimized apis; private apis; api stages; api authorizers; api methods',
    operations: {
      GetRestApis:
        'rest apis; private, regional or edge apis; api endpoint type; apis with the default endpoint disabled; api resource policy; minimum compression; when was an api created; how many rest apis; unused rest apis; vpc endpoints of private apis; tls policy of an api; api policy open to everyone; api policy that grants external access; publicly accessible rest apis; ip address type of an api; apis by name; binary media types of an api; dual stack apis; api creation date; api keys source',
      GetRestApi: 'settings of one rest api; resource policy of one api; api key source',
      GetStages:
        'stages of an api; stages without access logs; api access logging; execution logs of a stage; tracing of a stage; xray on an api; caching of a stage; waf on an api stage; stages without waf; throttling limits of a stage; stage variables; client certificate of a stage; canary settings of a stage; which deployment is live; data trace enabled; method settings; cache encryption; apis without a web application firewall; web acl attached to an api stage; api behind waf; response caching of an api; detailed cloudwatch metrics of an api; cloudwatch logs of an api stage; canary percent of a stage; log destination of an api; stage last updated; documentation version of a stage; web acl of a stage; throttle burst and rate of a stage',
      GetStage: 'settings of one api stage; waf acl arn of one stage; log format of one stage',
      GetResources: 'paths of an api; api endpoints; routes of a rest api; resource tree; methods per path',
      GetMethod:
        'authorization of one api method; method without auth; is an api key required for a method; request validation of a method; apis without login; api methods open to the public; api without authentication; endpoints that need no token; methods with auth none; open endpoints of an api',
      GetIntegration:
        'backend of an api method; lambda behind a path; integration timeout; vpc link used by a method; which backend serves a path; which lambda is behind a path; which lambda answers a get request; mock integrations; http backend of an api',
      GetAuthorizers: 'authorizers of an api; cognito or lambda authorizers; authorizer cache ttl; token source',
      GetDeployments: 'api deployments; when was an api last deployed; deployment history of an api',
      GetDomainNames:
        'custom domains of rest apis; tls version of an api domain; api domains on tls 1.0; certificate of an api domain; mutual tls of an api domain; regional or edge domain; target dns name of an api domain; routing mode',
      GetBasePathMappings: 'which api is behind a custom domain; base paths of an api domain',
      GetUsagePlans:
        'usage plans; api quotas per customer; throttle and burst of a plan; stages in a usage plan; rate limits for api consumers; how many requests may a customer make per day; requests per day allowed; rate limit per customer',
      GetUsage: 'requests used per api key in a period; remaining quota of a customer; consumption of a usage plan',
      GetVpcLinks: 'vpc links of rest apis; failed vpc links; private integration to nlb',
      GetClientCertificates: 'client certificates of api gateway; expiring backend client certs',
      GetAccount:
        'account throttle limit of api gateway; cloudwatch role of api gateway; burst limit of the account; is api gateway logging role set',
      GetGatewayResponses: 'custom error responses of an api; 4xx and 5xx templates of an api',
      GetModels: 'request and response models of an api; json schemas of a rest api',
      GetRequestValidators: 'request validators of an api; apis without validation',
      GetDocumentationVersions: 'documentation versions of an api',
      GetDocumentationParts: 'documentation texts of an api',
      GetExport: 'openapi export; swagger of an api; api definition document',
      GetDomainNameAccessAssociations: 'who reaches private api domains; private domain access associations',
      GetTags: 'tags of a rest api; owner of an api',
    },
  },
  {
    service: 'apigatewayv2',
    called: 'http apis; websocket apis; api gateway v2; http api gateway; lightweight apis; api developer portals',
    operations: {
      GetApis:
        'http and websocket apis; cors of http apis; http apis with the default endpoint disabled; websocket endpoints; api protocol type; http api endpoints; how many http apis',
      GetApi: 'settings of one http api; cors allowed origins of one http api; route selection expression',
      GetRoutes:
        'routes of an http api; routes without authorization; open routes; jwt scopes per route; websocket route keys; which lambda serves a route; http api routes without login; which backend serves a route; routes that need no token',
      GetIntegrations:
        'backends of an http api; lambda or vpc link integrations; timeout of http api integrations; payload format version; which lambda is behind an http api path',
      GetStages:
        'stages of an http api; http api access logs; throttling of an http api; auto deploy of a stage; http api stages without logging; detailed metrics of http api',
      GetAuthorizers: 'jwt authorizers; issuers and audiences accepted by an http api; lambda authorizers of http apis',
      GetDomainNames:
        'custom domains of http apis; mutual tls on an http api domain; certificate of an http api domain; security policy of api domains',
      GetApiMappings: 'which http api and stage is behind a domain',
      ListRoutingRules: 'routing rules of an api domain; header based api routing',
      GetVpcLinks:
        'vpc links of http apis; private integrations to alb or cloud map; subnets of a vpc link; inactive vpc links',
      GetDeployments: 'deployments of an http api; failed http api deployment',
      GetModels: 'models of a websocket api',
      ListPortals: 'developer portals of our apis; api portals',
      ListPortalProducts: 'api products in a developer portal',
      GetTags: 'tags of an http api',
    },
  },
  {
    service: 'appsync',
    called:
      'appsync; graphql; graphql apis; managed graphql; event apis; pub sub websockets; realtime apis; graphql resolvers',
    operations: {
      ListGraphqlApis:
        'graphql apis; graphql authentication type; graphql without waf; graphql logging; field level logs; xray on graphql; public or private graphql; introspection enabled; query depth limit; merged graphql apis; graphql endpoints; resolver count limit; owner of graphql apis',
      GetGraphqlApi:
        'settings of one graphql api; additional authentication providers; log role of one graphql api; enhanced metrics of graphql',
      ListDataSources: 'data sources of a graphql api; tables and lambdas behind graphql; http sources of graphql',
      GetDataSource: 'role and table of one graphql data source',
      ListResolvers: 'resolvers of a graphql type; vtl or js resolvers; pipeline resolvers; resolver caching',
      ListFunctions: 'pipeline functions of graphql; resolver functions runtime',
      ListTypes: 'types of a graphql schema; graphql schema types',
      GetIntrospectionSchema: 'graphql schema text; sdl of a graphql api',
      GetSchemaCreationStatus: 'did the graphql schema deploy; schema errors',
      GetApiCache: 'cache of a graphql api; cache ttl and size of graphql; is graphql cache encrypted',
      ListDomainNames: 'custom domains of graphql apis; certificate of a graphql domain',
      GetApiAssociation: 'which graphql api is behind a domain',
      ListApis: 'event apis; websocket pub sub apis of appsync',
      ListChannelNamespaces: 'channel namespaces of an event api; pub sub channels',
      ListSourceApiAssociations: 'source apis merged into a graphql api; failed schema merge',
      ListTagsForResource: 'tags of a graphql api',
    },
  },
];
