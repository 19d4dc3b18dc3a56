import type { ServiceOverlay } from '../overlay.js';
import { appRunnerService } from './app-runner.js';
import { cloudwatchService } from './cloudwatch.js';
import { ec2Service } from './ec2.js';
import { ecsService } from './ecs.js';
import { eksService } from './eks.js';
import { iamService } from './iam.js';
import { lambdaService } from './lambda.js';
import { logsService } from './logs.js';
import { rdsService } from './rds.js';
import { resourceGroupsTaggingService } from './resource-groups-tagging.js';
import { s3Service } from './s3.js';
import { secretsManagerService } from './secrets-manager.js';
import { ssmService } from './ssm.js';
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
  rdsService,
  resourceGroupsTaggingService,
  s3Service,
  secretsManagerService,
  ssmService,
  stsService,
];
