import { words } from './text-lists.js';

/**
 * Verbs that change something, in the form of an order. Whether one of them *is* an order the place decides
 * (orders.ts): "stop the instances" is, "who can stop instances" and "stop events" are not.
 */
export const CHANGING_VERBS: ReadonlySet<string> = words(`
  abort accept ack order hand sign bring tidy continue perform conduct acknowledge activate add adjust allocate allow alter amend append apply approve archive assign associate
  assume attach authorize authorise backup ban bind block bounce bump buy cancel change clean cleanup clear clone close
  configure connect convert copy cordon create cut cycle deactivate decommission decrease decrypt deduplicate defragment delay
  delete demote deny deploy deprovision deregister destroy detach disable disassociate disconnect discard dismiss dispose
  disown double downgrade downsize drain drop duplicate edit eject eliminate email empty enable encrypt enforce enroll
  erase escalate evict exec execute expand expire export extend failover fix flip flush force freeze fork generate give grant
  halt halve harden heal hibernate hide import increase initiate initialize inject insert install invalidate invite invoke
  isolate issue join kick kill label launch leave lift link lock lower make mark merge migrate modify mount move mutate mute
  notify nuke offboard onboard optimize optimise opt override overwrite page patch pause permit pin point post postpone power prevent
  promote provision prune publish pull purchase purge push put quarantine quiesce raise reactivate reallocate reassign
  reattach reboot rebuild recover recreate recycle redeploy redirect redrive reduce refactor register reimage reindex
  reinstall reinstate reject relabel release relocate reload remediate remove rename renew reopen repair replace replay
  replicate reprovision requeue rerun reset resize resolve restart restore restrict resubmit resume retag retire retry
  reverse revert revoke rollback rotate roll route save scale schedule secure send set share ship shrink shut shutdown silence
  sleep snapshot snooze spawn spin start stop store strengthen strip submit subscribe suspend swap switch sync
  tag take tear terminate throttle tighten toggle transfer trash trigger trim truncate tune turn tweak unarchive unassign
  unblock undeploy undo uninstall unlink unlock unmount unmute unpause unpublish unregister unschedule unsubscribe untag update upgrade
  upload upscale upsize wake whitelist whack wipe withdraw write zap yank demolish obliterate scrap rid scrub ditch
  tighten loosen lengthen shorten replatform rehost reroute repoint rejoin relaunch reconfigure redo rekey reseal
`);

/** Verbs that are as often something else: an order only at the head of a clause, and only with an object behind them. */
export const SOMETIMES_VERBS: ReadonlySet<string> = words(`
  run open set tag snapshot export label ssh backup share block schedule import secure boot clear page point post mark link cut
  cycle bounce fix store save join hide route transfer issue lift pin pull raise double buy take make power copy patch release
  lock mount trigger push request generate put switch roll tear turn kick spin sync email opt rid sleep wake archive build test
  log use process
`);

/** Verbs that describe how a thing is set up as often as they order: "which groups allow ssh". */
export const STATIVE_VERBS: ReadonlySet<string> = words(`
  allow permit deny block use expose prevent enforce restrict trigger write route share link join connect mount expire store
  replicate assume send publish subscribe push copy log export redirect notify opt point apply
`);

/** What makes "start", "update" and the like part of a name: "start time", "update policy", "restore jobs". */
export const NOUNS_BEHIND: ReadonlySet<string> = words(`
  action actions activities activity alarm alarms api apis attempt attempts attribute attributes baseline baselines behavior
  behaviour call calls capability capacity command commands compliance condition conditions config configuration configurations count counts date dates
  delay deadline detail details duration endpoint endpoints error errors event events failure failures frequency history id ids
  interval invitations job jobs key keys label labels latency limit limits list log logs marker markers mode name notification
  notifications operation operations option options order parameter parameters pending permission permissions plan plans point
  points policies policy process progress protection queue queues rate reason reasons record records request requests result results
  right rights rule rules schedule schedules script scripts set sets setting settings state states status statuses step steps strategy
  success task tasks template templates testing time times timeout timestamp timestamps token trail type types usage version versions
  window windows access function functions role roles markers
`);

/** The pairs of them that also stand at the head of a question: "restore jobs that failed". */
export const NAMES_OF_THINGS: ReadonlySet<string> = new Set(
  `delete marker|approve actions|change manager|exec sessions|change logs|change log|stop start|start stop|patch releases|release notes|delete requests|delete request|order by|sign in|sign on|sign ups|signing keys|put events|copy tags|start on|email subscriptions|clean room|clean rooms|restore tests|restore test|bounce statistics|bounce rates|log files|log file|ssh key|ssh keys|join requests|delete markers|delete protection|delete events|restore job|restore jobs|restore testing|restore points|
  launch template|launch templates|launch configuration|launch configurations|launch config|launch configs|launch time|launch times|
  launch permission|launch permissions|launch date|change set|change sets|change history|change requests|change calendar|start time|
  start times|start date|stop time|stop times|reboot event|reboot events|terminate events|stop events|start events|import job|
  import jobs|import task|import tasks|export job|export jobs|export task|export tasks|export status|copy job|copy jobs|backup job|
  backup jobs|backup plan|backup plans|backup vault|backup vaults|backup policy|backup policies|backup selections|backup status|
  backup window|backup retention|backup rules|backup schedule|backup schedules|backup gateway|backup gateways|backup report|backup reports|
  backup history|backup coverage|backup compliance|backup failures|backup frameworks|
  patch baseline|patch baselines|patch group|patch groups|patch compliance|patch status|patch state|patch states|patch level|patch levels|
  release label|release labels|create date|create time|update status|update history|update policy|update policies|update actions|
  scale policy|snapshot schedule|snapshot schedules|snapshot policy|snapshot policies|snapshot age|snapshot copies|snapshot ids|
  tag policy|tag policies|tag keys|tag key|tag values|tag compliance|tag editor|transfer server|transfer servers|transfer family|
  transfer users|transfer workflows|transfer connectors|block device|block devices|share permissions|label groups|
  schedule groups|schedule expressions|schedule list|export imports|run history|run command|run commands|run groups|mount target|mount targets|mount points|
  drain status|failover status|failover events|lock status|lock configuration|export list|assume role|route table|route tables|
  link aggregation|power state|log group|log groups|log stream|log streams|log retention|log destinations|log subscriptions|build project|build projects|
  build status|build history|test reports|page size|post mortem|request validators|request metrics|trigger list|invoke permissions|
  attach permissions|access keys|route 53|route53 zones|patch manager|share status|store ids|send quota|send statistics|add ons|email identities|
  email templates|email domains|email sending|email address|email addresses|email events|process status|point in|
  deploy keys|deploy status|deploy history|update windows|sync status|sync jobs|sync configurations|merge requests|pull requests|pull request|
  pull through|copy grants|launch profiles|launch wizard|label sets|cut off|purchase history|resolve rules|archive rules|archive status|mark status|
  generate data|trim status|push notifications|push subscriptions|store images|save points|issue count|apply status|rollback trigger|rollback triggers|rollback configuration|
  connect contact|connect routing|connect phone`
    .split('|')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== ''),
);

/** Past participles that say what is to happen: "I want them deleted", "these should be stopped". */
export const PARTICIPLES: ReadonlySet<string> = words(`
  stopped started restarted rebooted terminated deleted removed destroyed killed purged wiped erased gone closed disabled
  enabled detached attached released rotated revoked reset resized scaled created provisioned deployed redeployed rolled
  updated upgraded downgraded patched modified changed edited renamed replaced moved migrated copied cloned restored recovered
  encrypted tagged untagged labelled labeled blocked unblocked locked unlocked paused resumed suspended cancelled canceled aborted
  archived published unpublished promoted demoted granted assigned registered deregistered added installed uninstalled
  drained emptied cleared cleaned flushed invalidated fixed remediated extended renewed increased decreased reduced raised
  lowered doubled halved shut turned switched powered spun torn cleaned decommissioned retired nuked dropped truncated pruned trimmed
  quarantined isolated whitelisted merged reverted adjusted reconfigured approved rejected accepted dismissed silenced muted
  snapshotted backed exported imported shared unshared scheduled expired launched invoked triggered executed
`);
