import type { ServiceOverlay } from '../overlay.js';
import { appRunnerService } from './app-runner.js';
import { cloudwatchService } from './cloudwatch.js';
import { ec2Service } from './ec2.js';
import { ecsService } from './ecs.js';
import { eksService } from './eks.js';
import { iamService } from './iam.js';
import { lambdaService } from './lambda.js';
import { logsService } from './logs.js';
import {
  autoScalingService,
  budgetsService,
  cloudformationService,
  cloudtrailService,
  configService,
  emrService,
  mqService,
  organizationsService,
  sagemakerService,
  supportService,
} from './management.js';
import { sqsService, snsService } from './messaging.js';
import { loadBalancingService, route53Service, cloudfrontService, wafService } from './networking.js';
import { rdsService } from './rds.js';
import { resourceGroupsTaggingService } from './resource-groups-tagging.js';
import { s3Service } from './s3.js';
import { secretsManagerService } from './secrets-manager.js';
import { kmsService, acmService, securityHubService, shieldService, s3ControlService } from './security.js';
import { ssmService } from './ssm.js';
import { dynamodbService, efsService, ecrService, backupService } from './storage.js';
import { stsService } from './sts.js';

/** What is written by hand, per service. */
export const OVERLAYS: readonly ServiceOverlay[] = [
  appRunnerService,
  cloudwatchService,
  ec2Service,
  ecsService,
  eksService,
  iamService,
  lambdaService,
  logsService,
  autoScalingService,
  budgetsService,
  cloudformationService,
  cloudtrailService,
  configService,
  emrService,
  mqService,
  organizationsService,
  sagemakerService,
  supportService,
  sqsService,
  snsService,
  loadBalancingService,
  route53Service,
  cloudfrontService,
  wafService,
  rdsService,
  resourceGroupsTaggingService,
  s3Service,
  secretsManagerService,
  kmsService,
  acmService,
  securityHubService,
  shieldService,
  s3ControlService,
  ssmService,
  dynamodbService,
  efsService,
  ecrService,
  backupService,
  stsService,
];
