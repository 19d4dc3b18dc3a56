import type { ServiceWording } from './wording.js';

/** Source, builds, deployments, packages, test devices. */
export const DEVELOPER_WORDING: readonly ServiceWording[] = [
  {
    service: 'codebuild',
    called:
      'code build; builds; ci; continuous integration; build projects; build servers; test reports; github actions runners',
    operations: {
      ListProjects:
        'build projects; ci projects; how many build projects; what do we build; ci jobs; names of build projects; codebuild projects',
      BatchGetProjects:
        'build image of a project; privileged mode; build timeout; compute size of builds; service role of a build project; source repository of a project; webhooks of a project; builds in a vpc; publicly visible build projects; build cache; deprecated build images; encryption of artifacts; build logs settings; plain text variables; build projects running privileged; which image do builds use; builds with old images; projects without logs; environment of a build project; codebuild projects with privileged mode; build project settings; build image used',
      ListBuilds: 'recent builds; latest build ids; builds over all projects; recent build ids',
      ListBuildsForProject:
        'builds of one project; build history of a project; last build of a project; builds of a project; last builds of the api project',
      BatchGetBuilds:
        'failed builds; why did a build fail; build duration; who started a build; build phases; commit of a build; builds in progress; build log link; succeeded and stopped builds; longest builds; build status; which builds failed; why is the build red; how long do builds take; who triggered a build; last build result; broken builds; builds that failed; builds that broke; failed builds today; why did the build fail; build failures; broken build; build status and duration; who kicked off the last build; build that took longest; why is the last build broken; build log location',
      ListBuildBatches: 'batch builds',
      BatchGetBuildBatches: 'failed batch builds; phases of a batch build',
      ListBuildBatchesForProject: 'batch builds of one project',
      ListReportGroups:
        'test report groups; code coverage report groups; where are test results kept; test report collections',
      ListReports: 'test reports; latest test runs; test results; failed test reports ids',
      BatchGetReports:
        'failed test reports; passed and failed test counts; code coverage percent of a report; test report pass rate',
      DescribeTestCases: 'failing tests; test cases of a report; slow tests; which tests failed',
      DescribeCodeCoverages: 'coverage per file; line and branch coverage; test coverage',
      ListFleets: 'reserved build capacity; build fleets; dedicated build machines',
      BatchGetFleets: 'size and status of build fleets; fleet scaling and image; capacity of build fleets',
      ListSourceCredentials:
        'github, gitlab and bitbucket credentials for builds; personal access tokens used by builds; source logins; tokens codebuild uses for github',
      ListCuratedEnvironmentImages:
        'build images aws offers; runtimes available for builds; which build images can we use',
      ListSharedProjects: 'build projects shared with us',
      GetResourcePolicy: 'who a build project is shared with',
      ListSandboxes: 'build sandboxes; debug environments',
      GetReportGroupTrend: 'test results trend',
    },
  },
  {
    service: 'codepipeline',
    called: 'code pipeline; ci/cd pipelines; release pipelines; pipeline stages; manual approvals; delivery pipeline',
    operations: {
      ListPipelines:
        'pipelines; release pipelines; how many pipelines; pipelines of type v1; delivery pipelines by last update; which pipelines do we have; cd pipelines; release processes; codepipeline pipelines',
      GetPipeline:
        'stages and actions of a pipeline; source repository and branch; artifact bucket; triggers of a pipeline; pipeline role; pipeline definition; is there a manual approval; source branch of a pipeline; stages of a pipeline',
      GetPipelineState:
        'where is a pipeline stuck; waiting for approval; disabled stage transitions; status of each stage; pending manual approvals; which stage failed; latest state of stages; which pipelines are broken; what is blocked; who must approve a release; is a pipeline green; where does a release hang; pipelines waiting for approval; waiting for someone to approve; stage that failed in the pipeline; pipeline stuck',
      ListPipelineExecutions:
        'pipeline runs; failed pipeline runs; last deployment; who triggered a run; when did a release last succeed; superseded or stopped runs; running pipelines; deployment history; did the last deploy work; when did we last release; failed releases; pipeline run history; which commit was released; pipeline executions failed; failed pipelines; last pipeline run; pipeline history; last successful pipeline run; successful runs of a pipeline; when did the pipeline last run',
      GetPipelineExecution:
        'commit and variables of one pipeline run; status of a single run; which commit did this pipeline run deploy',
      ListActionExecutions:
        'actions of pipeline runs; failed actions with error; history of a deploy action; failed pipeline actions; error message of a pipeline action',
      ListActionTypes: 'custom actions; action providers available',
      ListWebhooks: 'pipeline webhooks; github webhooks that start pipelines; failing webhooks; webhooks of pipelines',
      ListRuleExecutions: 'condition rules evaluated; stage conditions failed',
      ListDeployActionExecutionTargets: 'instances a pipeline deployed to',
      ListTagsForResource: 'tags of a pipeline',
    },
  },
  {
    service: 'codedeploy',
    called: 'code deploy; deployments; blue green deployment; deployment groups; rollbacks; rolling deployment',
    operations: {
      ListApplications: 'deploy applications; applications deployed by codedeploy; codedeploy applications',
      ListDeploymentGroups: 'deployment groups of an application; environments we deploy to; deployment groups we have',
      BatchGetDeploymentGroups: 'settings of several deployment groups; last successful and attempted deployment',
      GetDeploymentGroup:
        'automatic rollback on; load balancer of a deployment group; alarms that stop a deployment; auto scaling groups deployed to; triggers; is auto rollback on; deployment group settings; deployment groups without rollback; rollback setting of a deployment group',
      ListDeployments:
        'deployments; failed deployments; deployments in progress; recent rollouts; stopped deployments; which deployments failed; recent deploys; deployments that rolled back; deployments this week; codedeploy deployments failed; deployments currently rolling out; rollouts in progress',
      BatchGetDeployments:
        'status of several deployments; error and duration of deployments; who created a deployment; duration of deployments',
      GetDeployment:
        'why did a deployment fail; rollback information; revision deployed; status of one deployment; why did the deployment fail; deployment details',
      ListDeploymentTargets:
        'instances, functions or ecs services in a deployment; instances the deployment touched; targets of a deployment',
      BatchGetDeploymentTargets: 'lifecycle events per target; which instance failed in a deployment',
      GetDeploymentTarget:
        'failed hook on one instance; lifecycle script error; why did the deployment fail on this instance',
      ListDeploymentConfigs:
        'deployment strategies; canary, linear, all at once; how are deployments rolled out; traffic shifting presets',
      GetDeploymentConfig: 'minimum healthy hosts; traffic shifting of a deployment configuration',
      ListApplicationRevisions: 'revisions of an application; bundles pushed',
      ListOnPremisesInstances: 'on-prem servers registered for deployments',
      BatchGetOnPremisesInstances: 'tags and role of on-prem deployment servers',
      BatchGetApplications: 'compute platform and github link of applications',
      ListGitHubAccountTokenNames: 'github connections of codedeploy',
    },
  },
  {
    service: 'codecommit',
    called: 'code commit; git repositories; source code; pull requests; git branches; git commits; git repos; prs',
    operations: {
      ListRepositories:
        'git repos; source repositories; how many repos; repositories in codecommit; do we still use codecommit; git repos on aws; repository names; codecommit repositories',
      GetRepository:
        'default branch and clone url of a repo; last change of a repository; encryption key of a repo; default branch of a repository; repository details',
      BatchGetRepositories: 'descriptions, clone urls and last modified dates of several repos; inactive repositories',
      ListBranches: 'branches of a repo; stale branches; feature branches; branches in a repository',
      GetBranch: 'head commit of a branch; latest commit id of main',
      GetCommit: 'author and message of a commit; who wrote this commit; commit author',
      ListPullRequests:
        'open pull requests; pull requests of a person; reviews waiting; merge requests; open code reviews; unmerged pull requests; open pull requests in a repository; open prs; prs of a repository',
      GetPullRequest:
        'title, status and author of a pull request; is a pull request merged; is this pull request merged; pull request details; details of a pr',
      GetPullRequestApprovalStates:
        'who approved a pull request; missing approvals; is the pull request approved; reviewers who approved the pr; who approved the pr',
      DescribePullRequestEvents: 'history of a pull request',
      GetCommentsForPullRequest: 'review comments of a pull request',
      GetDifferences: 'files changed between two commits; diff',
      GetMergeConflicts: 'conflicts of a merge; can a branch be merged',
      GetRepositoryTriggers: 'triggers of a repo; what happens on push; notifications on push; repository triggers',
      ListApprovalRuleTemplates: 'approval rules; required reviewers templates',
      ListAssociatedApprovalRuleTemplatesForRepository:
        'approval rules of a repo; repos without required reviewers; approval rules that apply to a repo; required approvers of a repository',
      GetApprovalRuleTemplate: 'number of approvals a template requires',
      GetFolder: 'files in a folder of a repo',
      ListFileCommitHistory: 'commits that changed a file',
    },
  },
  {
    service: 'codeartifact',
    called:
      'code artifact; package registry; npm, maven, pypi, nuget registry; artifact repository; internal packages; package dependencies',
    operations: {
      ListDomains: 'package domains; artifact domains; encryption of package domains; package domain owners',
      DescribeDomain:
        'size and key of a package domain; number of repositories and asset size; how big is our package storage',
      ListRepositories:
        'package repositories; private npm, pypi and maven registries; do we host our own packages; internal package registries; artifact repos',
      ListRepositoriesInDomain: 'package repositories of a domain; repositories in a domain',
      DescribeRepository:
        'upstreams of a package repository; external connection to npmjs or pypi; public upstream; does a repository pull from npmjs; upstream repositories',
      ListPackages:
        'packages we host; packages in a repository; internal libraries; package origin restrictions; which libraries do we publish; internal npm packages; npm packages in our registry; python packages we host; packages in our maven repo; jars in the registry',
      ListPackageVersions:
        'versions of a package; latest version of a library; unlisted or archived versions; newest version of a package; package versions',
      DescribePackageVersion: 'license and publish date of a package version; origin of a package version',
      ListPackageVersionDependencies: 'dependencies of a package version',
      ListPackageVersionAssets: 'files of a package version',
      GetRepositoryEndpoint: 'url of a package registry; registry endpoint for npm or pip',
      GetDomainPermissionsPolicy: 'who can use a package domain; accounts allowed into the registry',
      GetRepositoryPermissionsPolicy:
        'who can publish or read a package repository; who can publish packages; who can publish to the package registry',
      ListPackageGroups: 'package groups; origin control groups',
      DescribePackage: 'may a package come from upstream; origin controls of a package',
    },
  },
  {
    service: 'codeconnections',
    called: 'code connections; github, gitlab, bitbucket and azure devops connections; git provider link; git sync',
    operations: {
      ListConnections:
        'connections to github, gitlab or bitbucket; pending connections; broken git connections; git provider connections; are we connected to github; which git providers are linked; connections waiting for setup; github connections pending; git connections; pending github connections; is our gitlab hooked up; is github hooked up; git integrations',
      GetConnection: 'status and owner of one git connection',
      ListHosts:
        'self hosted git servers; github enterprise and gitlab self managed hosts; hosts in vpc error; self managed git hosts',
      ListRepositoryLinks: 'repositories linked for git sync',
      ListSyncConfigurations: 'git sync of stacks; which branch syncs to which stack',
      GetRepositorySyncStatus: 'did git sync succeed; last sync of a repository',
      GetSyncBlockerSummary: 'why is git sync blocked',
      GetResourceSyncStatus: 'sync state of a stack with git',
    },
  },
  {
    service: 'codestar-connections',
    called: 'old name of code connections; codestar connections to github',
    operations: {
      ListConnections: 'codestar github connections; pending handshakes with github; available connections',
      GetConnection: 'status of a codestar connection',
      ListHosts: 'codestar hosts of github enterprise',
      ListRepositoryLinks: 'codestar repository links',
      ListSyncConfigurations: 'codestar git sync settings',
    },
  },
  {
    service: 'codestar-notifications',
    called: 'developer tool notifications; build and pipeline notifications; notification rules',
    operations: {
      ListNotificationRules:
        'notification rules of pipelines, builds and repos; who is told when a build fails; notifications switched off; notifications on pipelines and builds; who hears about failed pipelines',
      DescribeNotificationRule: 'events and targets of one notification rule',
      ListTargets: 'sns topics and chat channels of notification rules; unreachable targets',
      ListEventTypes: 'events of developer tools one can be told about',
    },
  },
  {
    service: 'codeguru-reviewer',
    called: 'codeguru reviewer; automated code review; code recommendations',
    operations: {
      ListRepositoryAssociations:
        'repositories reviewed automatically; failed repository associations; which repos get automated reviews',
      ListCodeReviews: 'code reviews run; failed reviews; lines reviewed; automated code reviews',
      ListRecommendations: 'recommendations of a code review; code defects found',
      DescribeCodeReview: 'status and findings count of one automated review',
      DescribeRepositoryAssociation: 'state of a reviewed repository',
    },
  },
  {
    service: 'codeguru-security',
    called: 'codeguru security; static code scanning; sast; secrets in code',
    operations: {
      ListScans: 'code scans; last security scans of code',
      GetFindings: 'security problems in code of a scan; hardcoded credentials in code',
      GetMetricsSummary: 'open code findings by severity; code security score; open code vulnerabilities by severity',
      ListFindingsMetrics: 'code findings over time; new, open and closed code findings; trend of code findings',
      GetScan: 'result of one code scan',
      GetAccountConfiguration: 'key of code scanning',
    },
  },
  {
    service: 'codeguruprofiler',
    called: 'codeguru profiler; application profiling; cpu hot spots; flame graph',
    operations: {
      ListProfilingGroups: 'profiled applications; profiling groups; which applications are profiled',
      GetFindingsReportAccountSummary: 'applications with performance findings; profiler recommendations count',
      GetRecommendations: 'performance recommendations; inefficient code; cpu cost hot spots',
      ListFindingsReports: 'performance reports of an application',
      DescribeProfilingGroup: 'agent settings and last profile of an application',
      ListProfileTimes: 'profiles available for an application',
      GetPolicy: 'who may submit profiles',
      GetNotificationConfiguration: 'who is told about profiler anomalies',
    },
  },
  {
    service: 'cloud9',
    called: 'cloud ide; browser ide; development environments',
    operations: {
      ListEnvironments:
        'cloud9 environments; browser ides; leftover ides; developer ides on ec2; browser ides left over; cloud9 ides',
      DescribeEnvironments:
        'owner and type of ides; who owns a cloud9; ec2 or ssh ides; managed credentials of an ide; who created a cloud9 ide; cloud9 details',
      DescribeEnvironmentMemberships: 'who has access to an ide; shared ides; people with write access to an ide',
      DescribeEnvironmentStatus: 'is an ide running, stopped or in error',
    },
  },
  {
    service: 'amplify',
    called: 'amplify hosting; frontend hosting; web apps; static sites; branch previews',
    operations: {
      ListApps:
        'hosted web apps; amplify sites; frontend apps; apps with basic auth; repositories of web apps; which frontends do we host; web apps and their repositories; sites on amplify',
      GetApp:
        'build settings and rewrite rules of a web app; production branch; platform of an app; default domain; amplify app settings',
      ListBranches:
        'branches deployed; branches with auto build; preview branches; staging sites; branches deployed by amplify',
      GetBranch: 'stage and last deploy of one branch; is auto build on',
      ListDomainAssociations:
        'custom domains of a web app; domains pending verification; failed domains; custom domains on amplify',
      GetDomainAssociation: 'certificate and dns records of a custom domain of an app',
      ListJobs:
        'frontend builds; failed amplify builds; deploys of a branch; did the frontend build pass; last site deploys; frontend deploys that failed; amplify deployments',
      GetJob:
        'steps and logs of one frontend build; why did an amplify deploy fail; why did the frontend deploy fail; frontend deploy steps',
      ListBackendEnvironments: 'backend environments of an amplify app',
      ListArtifacts: 'artifacts of an amplify build',
    },
  },
  {
    service: 'amplifybackend',
    called: 'amplify backend; amplify studio backend',
    operations: {
      ListBackendJobs: 'backend jobs; failed amplify backend deploys',
      ListS3Buckets: 'buckets usable for amplify storage',
    },
  },
  {
    service: 'amplifyuibuilder',
    called: 'amplify studio ui; ui components, forms and themes',
    operations: {
      ListComponents: 'ui components of amplify studio',
      ListForms: 'forms of amplify studio',
      ListThemes: 'themes of amplify studio',
    },
  },
  {
    service: 'devicefarm',
    called: 'device farm; mobile app testing; real phones; browser testing; selenium grid; app tests on devices',
    operations: {
      ListProjects: 'mobile test projects; which mobile apps do we test; device testing projects',
      ListRuns: 'test runs on devices; failed app test runs; errored runs; app test runs that failed',
      GetRun: 'counts of passed and failed tests in a device run; device minutes of a run',
      ListDevices:
        'phones and tablets offered; ios and android devices; available devices; which phones can we test on',
      ListDevicePools: 'device pools of a project',
      ListDeviceInstances: 'private devices; our own devices; phones dedicated to us',
      ListTestGridProjects: 'desktop browser test projects; selenium projects; browser grid projects',
      ListTestGridSessions: 'browser test sessions; active selenium sessions',
      ListUniqueProblems: 'crashes and failures grouped in a run',
      GetAccountSettings: 'unmetered devices and slots; device minutes left; trial minutes',
      ListJobs: 'results per device of a run',
      ListOfferingTransactions: 'device slots purchased',
      ListNetworkProfiles: 'simulated network conditions; simulated networks for phone tests; slow network profiles',
    },
  },
  {
    service: 'serverlessrepo',
    called: 'serverless application repository; sar; published serverless apps',
    operations: {
      ListApplications:
        'serverless apps we published; apps published to the serverless repository; sar apps; serverless apps published for others to deploy; our serverless application repository apps',
      GetApplication: 'license, author and version of a published serverless app',
      ListApplicationVersions: 'versions of a published serverless app',
      GetApplicationPolicy: 'who can deploy a serverless app; accounts an app is shared with; is it public',
      ListApplicationDependencies: 'nested apps of a serverless app',
    },
  },
];
