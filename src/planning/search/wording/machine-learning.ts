import type { ServiceWording } from './wording.js';

/** SageMaker: notebooks, training, endpoints, features and what surrounds them. */
export const MACHINE_LEARNING_WORDING: readonly ServiceWording[] = [
  {
    service: 'sagemaker',
    called:
      'sagemaker; sagemaker ai; machine learning; ml; ml models; training; inference endpoints; notebooks; jupyter; studio; ml pipelines; feature store; model registry; hyperpod; mlops; data science',
    operations: {
      ListNotebookInstances:
        'notebook instances; running notebooks; notebooks left running; idle notebooks; jupyter servers; notebook instance types; stopped notebooks; expensive notebooks; notebook lifecycle config in use; notebooks someone left on; forgotten notebooks; jupyter left on over the weekend',
      DescribeNotebookInstance:
        'notebook with internet access; direct internet access of a notebook; root access on notebooks; notebook encryption key; notebook in vpc; notebook role; imdsv2 on notebooks; platform version of a notebook; volume size of a notebook; why did a notebook fail; git repository of a notebook; notebook subnet; notebook security groups; notebook instance metadata version; notebook instance type and url',
      ListNotebookInstanceLifecycleConfigs: 'lifecycle scripts of notebooks; startup scripts for notebooks',
      ListEndpoints:
        'inference endpoints; model endpoints in service; failed endpoints; deployed models; endpoints we pay for; endpoints not updated for months; stale endpoints; endpoints being created or updated; models that are live; models serving traffic; endpoint last modified',
      DescribeEndpoint:
        'instance count behind an endpoint; traffic weights of endpoint variants; why did an endpoint fail; data capture status of an endpoint; endpoint deployment rollback; async or serverless endpoint; endpoint config used by an endpoint',
      ListEndpointConfigs: 'endpoint configurations; unused endpoint configs',
      DescribeEndpointConfig:
        'instance type of an endpoint; endpoint without kms encryption; gpu endpoints; data capture configured; serverless memory of an endpoint; autoscaled variants; shadow variants; volume encryption of endpoints; network isolation of an endpoint config; gpu endpoints that cost money; expensive endpoints by instance type',
      ListModels: 'models; ml models; model names; old models; recently created models',
      DescribeModel:
        'container image of a model; model artifact path; network isolation of a model; model in vpc; execution role of a model',
      ListInferenceComponents: 'inference components; models packed on one endpoint; copies of a model',
      DescribeInferenceComponent: 'compute of an inference component; copies running of a component',
      ListTrainingJobs:
        'training jobs; failed training jobs; running training jobs; training last night; stopped training; long running training; completed trainings this week; training with warm pools; trainings that crashed; crashed model trainings',
      DescribeTrainingJob:
        'why did a training job fail; billable seconds of training; spot training savings; instance type of a training job; hyperparameters of a job; input channels and output path of training; final metrics of a training; training encryption; network isolation of training; secondary status of a training; inter container encryption; training image; checkpoint location of training; debugger rules of training; training failure reason; regex metrics; experiment of a training; retries of training; profiler of training; training role; training instance count; training runtime limit; epochs done; vpc of training; base model of fine tuning',
      ListHyperParameterTuningJobs: 'tuning jobs; hyperparameter tuning; failed tuning jobs',
      DescribeHyperParameterTuningJob: 'best training job of a tuning; objective and limits of a tuning job',
      ListTrainingJobsForHyperParameterTuningJob: 'trainings launched by one tuning job; best metric values',
      ListProcessingJobs: 'processing jobs; failed processing jobs; data preparation jobs of ml; running processing',
      DescribeProcessingJob:
        'why did a processing job fail; exit message of processing; inputs and outputs of processing; cluster of a processing job',
      ListTransformJobs: 'batch transform jobs; failed batch inference; offline inference jobs',
      DescribeTransformJob: 'why did a batch transform fail; input and output of a batch inference',
      ListAutoMLJobs: 'autopilot jobs; automl runs; failed autopilot',
      DescribeAutoMLJobV2: 'best candidate of an autopilot job; problem type of an automl job',
      ListCandidatesForAutoMLJob: 'candidates of an autopilot job; model leaderboard of automl',
      ListCompilationJobs: 'neo compilation jobs; compiled models',
      ListLabelingJobs:
        'labeling jobs; data annotation jobs; ground truth jobs; failed labeling; labeled and unlabeled counts',
      DescribeLabelingJob: 'progress of a labeling job; price and work team of a labeling job; output of labeling',
      ListWorkteams: 'labeling work teams; human annotators teams',
      ListWorkforces: 'labeling workforces; private workforce login',
      DescribeWorkforce: 'source ips allowed for annotators; oidc or cognito login of annotators',
      ListDomains: 'studio domains; sagemaker studio environments; canvas domains',
      DescribeDomain:
        'studio network mode; studio with public internet only; studio auth mode sso or iam; kms key of studio; vpc of studio; default execution role of studio; docker access in studio; idle shutdown setting of a studio domain',
      ListUserProfiles: 'studio users; data scientists with a studio profile; user profiles in a domain',
      DescribeUserProfile: 'execution role of a studio user; settings of one studio user',
      ListApps:
        'studio apps; running kernels; kernel gateways left running; jupyterlab apps; idle studio apps; canvas apps running; who runs a studio app; failed studio apps; running kernels in studio; jupyter servers left on; studio apps running over the weekend',
      DescribeApp:
        'instance type of a studio app; last user activity of a studio app; last health check of an app; health of a studio app',
      ListSpaces: 'studio spaces; shared spaces; private jupyterlab spaces; space owners',
      DescribeSpace: 'storage size and app type of a studio space; idle timeout of a space',
      ListStudioLifecycleConfigs: 'studio lifecycle scripts; auto shutdown scripts of studio',
      ListAppImageConfigs: 'custom kernel image configs',
      ListImages: 'custom studio images; images for kernels',
      ListImageVersions: 'versions of a custom studio image; failed studio image version',
      ListPipelines: 'ml pipelines; training pipelines; last execution time of pipelines',
      DescribePipeline: 'definition of an ml pipeline; parallelism of a pipeline; role of an ml pipeline',
      ListPipelineExecutions:
        'ml pipeline runs; failed ml pipeline executions; running pipeline executions; last pipeline run; last run of an ml pipeline',
      DescribePipelineExecution: 'why did an ml pipeline run fail; who started a pipeline run',
      ListPipelineExecutionSteps: 'steps of an ml pipeline run; failed pipeline step; cached steps',
      ListPipelineParametersForExecution: 'parameters used by an ml pipeline run',
      ListModelPackageGroups: 'model registry; registered model groups; model groups',
      ListModelPackages:
        'model versions; models pending approval; approved models; rejected model versions; latest registered model; models waiting for approval',
      DescribeModelPackage:
        'metrics and approval of a model version; who approved a model; inference containers of a registered model',
      GetModelPackageGroupPolicy: 'who can use a model group; cross account model registry sharing',
      ListModelCards: 'model cards; draft model cards; ml governance documents',
      DescribeModelCard: 'content of a model card; risk rating of a model; intended use of a model',
      ListFeatureGroups: 'feature groups; feature store tables; failed feature groups; offline store status',
      DescribeFeatureGroup:
        'online store of a feature group; kms key of features; offline store bucket; features in a group; ttl of features; throughput mode of a feature group',
      ListExperiments: 'experiments; ml experiments tracked',
      ListTrials: 'trials of an experiment',
      ListTrialComponents: 'trial components; runs with parameters and metrics',
      ListMonitoringSchedules:
        'model monitors; data drift monitors; monitoring schedules; stopped or failed monitors; endpoints without monitoring',
      DescribeMonitoringSchedule: 'cron of a model monitor; last execution of a monitor; monitored endpoint',
      ListMonitoringExecutions:
        'runs of model monitors; violations found by monitors; drift detected; failed monitoring runs; model drift; is a model drifting',
      ListMonitoringAlerts: 'alerts of a model monitor; in alert monitors',
      ListClusters: 'hyperpod clusters; large training clusters; gpu clusters for training; hyperpod state',
      DescribeCluster:
        'instance groups of a hyperpod cluster; node recovery of hyperpod; orchestrator slurm or eks; lifecycle scripts of hyperpod; why did a hyperpod cluster fail; vpc of hyperpod',
      ListClusterNodes:
        'nodes of a hyperpod cluster; unhealthy gpu nodes; failed hyperpod nodes; node software update time',
      DescribeClusterNode: 'details of one hyperpod node; ip and health of a gpu node',
      ListClusterEvents: 'events of a hyperpod cluster; node replacement events',
      ListComputeQuotas: 'gpu quotas of teams; hyperpod task governance; compute allocated to teams',
      ListClusterSchedulerConfigs: 'priority classes of hyperpod; scheduling policy of training cluster',
      ListTrainingPlans: 'training plans; reserved gpu time for training; active and expired training plans',
      DescribeTrainingPlan: 'remaining instances of a training plan; end time of reserved training capacity',
      SearchTrainingPlanOfferings: 'available gpu capacity for training plans; price of training plans',
      ListInferenceRecommendationsJobs: 'inference recommender jobs; endpoint sizing benchmarks',
      DescribeInferenceRecommendationsJob:
        'recommended instance for a model; latency and cost per inference of a benchmark',
      ListInferenceExperiments: 'shadow tests; inference experiments',
      ListOptimizationJobs: 'model optimization jobs; quantization jobs',
      ListMlflowTrackingServers: 'mlflow tracking servers; mlflow servers running; mlflow version',
      DescribeMlflowTrackingServer:
        'size and artifact store of an mlflow server; url of mlflow; maintenance window of mlflow',
      ListMlflowApps: 'serverless mlflow apps',
      ListProjects: 'mlops projects; failed sagemaker projects',
      ListHubs: 'model hubs; jumpstart private hubs',
      ListHubContents: 'foundation models in a hub; jumpstart models; notebooks in a hub',
      ListCodeRepositories: 'git repositories linked to notebooks',
      ListDeviceFleets: 'edge device fleets for ml; edge manager fleets',
      ListDevices: 'edge devices running models; last heartbeat of ml devices',
      ListFlowDefinitions: 'human review workflows; augmented ai flows',
      ListArtifacts: 'lineage artifacts; datasets and models in lineage',
      ListAssociations:
        'lineage of a model; what was a model trained from; upstream and downstream of a model artifact',
      ListPartnerApps: 'partner ai apps; comet or fiddler apps',
      ListAlgorithms: 'own algorithms; marketplace algorithms',
      ListTags: 'tags of an endpoint, notebook or training job; owner of a model; cost tag of a studio domain',
    },
  },
  {
    service: 'sagemaker-a2i-runtime',
    called: 'augmented ai; a2i; human loops; human review of predictions',
    operations: {
      ListHumanLoops: 'human reviews in progress; failed human loops; reviews waiting for people',
      DescribeHumanLoop: 'output of one human review; why did a human loop fail',
    },
  },
  {
    service: 'sagemaker-edge',
    called: 'sagemaker edge manager; models on edge devices',
    operations: {
      GetDeviceRegistration: 'is an edge ml device registered',
      GetDeployments: 'models deployed to an edge device',
    },
  },
  {
    service: 'sagemaker-featurestore-runtime',
    called: 'feature store records; online features',
    operations: {
      GetRecord: 'feature values of one record; online feature lookup',
      BatchGetRecord: 'feature values of many records',
    },
  },
  {
    service: 'sagemaker-geospatial',
    called: 'sagemaker geospatial; satellite imagery; earth observation; raster data',
    operations: {
      ListEarthObservationJobs: 'earth observation jobs; failed satellite image jobs',
      GetEarthObservationJob: 'error of a satellite image job; inputs of an earth observation job',
      ListVectorEnrichmentJobs: 'map matching and reverse geocoding jobs of geospatial ml',
      ListRasterDataCollections: 'satellite data collections; sentinel and landsat sets',
      SearchRasterDataCollection: 'satellite scenes by area, date and cloud cover',
    },
  },
  {
    service: 'sagemaker-metrics',
    called: 'sagemaker experiment metrics; training metric series',
    operations: {
      BatchGetMetrics: 'metric values of a training run; loss curve of a trial component',
    },
  },
];
