import type { ServiceWording } from './wording.js';

/** Video, live streams, games. */
export const MEDIA_WORDING: readonly ServiceWording[] = [
  {
    service: 'medialive',
    called: 'live video encoding; live channels; live broadcast; live streaming encoders; inputs and outputs of video',
    operations: {
      ListChannels:
        'live video channels; running or idle encoders; channels that cost money while running; stopped live channels; which live encoders are running; live channels by state; live streams on air; encoders left running; live channels left running; medialive channels running',
      DescribeChannel:
        'inputs, outputs and pipelines of a live channel; resolution and codec of a channel; log level of a channel; maintenance of a channel; settings of a live channel',
      ListAlerts: 'active alerts of a live channel; encoder problems; is the live encoder in trouble',
      ListInputs:
        'live inputs; rtmp, rtp and hls inputs; detached inputs; inputs not in use; which feeds come in; video sources of channels',
      DescribeInput: 'endpoints and security groups of a live input',
      ListInputSecurityGroups:
        'ip ranges allowed to push video; who may push a stream to us; whitelists of live inputs',
      ListInputDevices:
        'elemental link devices; link hardware; offline input devices; hardware encoders; link devices online; elemental link boxes',
      DescribeInputDevice: 'connection and signal of an elemental link',
      ListMultiplexes: 'multiplexes; transport stream multiplex; statmux setups; multiplexes running',
      ListMultiplexPrograms: 'programs of a multiplex',
      ListReservations: 'reserved live channels; reservations of encoders about to end; encoder commitments',
      ListOfferings: 'encoder reservations on offer',
      DescribeSchedule:
        'scheduled actions of a live channel; ad breaks and input switches planned; schedule of a live channel',
      ListSignalMaps: 'signal maps; video workflow maps; workflow monitor',
      ListCloudWatchAlarmTemplates: 'alarm templates of media workflows',
      ListClusters: 'medialive anywhere clusters; on-prem encoder clusters',
      ListNodes: 'on-prem encoder nodes',
      ListNetworks: 'medialive anywhere networks',
      DescribeAccountConfiguration: 'key of live video account',
    },
  },
  {
    service: 'mediaconvert',
    called: 'video transcoding; file conversion; video on demand encoding; transcode jobs',
    operations: {
      ListJobs:
        'transcode jobs; failed transcodes; jobs in progress or queued; conversion errors; recent video conversions; which videos failed to convert; transcoding backlog; conversions in progress; encoded videos today; transcodes with errors; failed transcode jobs; mediaconvert jobs in error; transcoding jobs',
      SearchJobs: 'find transcode jobs by input file',
      GetJob:
        'error, settings and progress of one transcode; how long did a transcode take; why did the transcode fail',
      ListQueues:
        'transcode queues; paused queues; reserved queues; is a transcode queue backed up; transcode capacity; transcode queue paused',
      GetQueue: 'reserved slots and backlog of a transcode queue',
      ListJobTemplates: 'transcode templates; standard transcode settings; our own job templates',
      ListPresets: 'output presets; custom video presets; our encoding presets',
      GetPolicy: 'which inputs are allowed for conversion',
      ListVersions: 'mediaconvert engine versions; deprecated engine versions',
    },
  },
  {
    service: 'mediaconnect',
    called: 'live video transport; contribution feeds; video flows; srt and zixi; ndi',
    operations: {
      ListFlows:
        'video flows; active or standby flows; transport feeds; which feeds are running; broadcast feeds; stopped flows',
      DescribeFlow: 'sources and outputs of a video flow; whitelist and encryption of a flow; is a feed connected',
      DescribeFlowSourceMetadata: 'streams inside a feed; codec of a feed',
      ListEntitlements: 'entitlements of feeds granted to us',
      ListBridges: 'video bridges between on-prem and cloud; bridges running or failed',
      ListGateways: 'video gateways on premises; on-prem video gateways',
      ListGatewayInstances: 'on-prem gateway instances; disconnected gateway instances',
      ListReservations: 'reserved bandwidth of feeds',
      ListRouterInputs: 'media router inputs',
      ListRouterOutputs: 'media router outputs',
    },
  },
  {
    service: 'mediapackage',
    called: 'live video packaging; video origin; hls and dash packaging; just in time packaging',
    operations: {
      ListOriginEndpoints:
        'playback endpoints of live packaging; drm on endpoints; live playback urls; packaged outputs; endpoints without drm; playback urls of live video',
      ListHarvestJobs: 'live to vod clips; failed harvest; clips cut from live',
    },
  },
  {
    service: 'mediapackage-vod',
    called: 'vod packaging; packaged assets',
    operations: {
      ListAssets: 'vod assets packaged; ready video assets; packaged videos on demand',
      ListPackagingGroups: 'packaging groups; authorization of vod playback; vod delivery groups',
      ListPackagingConfigurations: 'vod packaging configurations; drm of vod',
    },
  },
  {
    service: 'mediapackagev2',
    called: 'live video packaging v2; low latency hls packaging; channel groups',
    operations: {
      ListChannelGroups:
        'packaging channel groups; egress domains of live video; groups of live channels for packaging; egress domain',
      ListChannels: 'packaging channels of a group',
      GetChannel: 'ingest endpoints and input type of a v2 channel',
      ListOriginEndpoints: 'manifests and drm of v2 endpoints; playback endpoints of a v2 channel',
      GetOriginEndpoint: 'segment settings and manifests of one v2 endpoint',
      ListHarvestJobs: 'clips harvested from live v2',
      GetOriginEndpointPolicy: 'who may fetch a v2 endpoint',
      GetChannelPolicy: 'who may ingest into a v2 channel',
    },
  },
  {
    service: 'mediastore',
    called: 'media storage; video origin storage; retired media storage',
    operations: {
      ListContainers: 'media storage containers; do we still use mediastore',
      DescribeContainer: 'endpoint and access logging of a media container',
      GetContainerPolicy: 'who can access a media container',
      GetCorsPolicy: 'cors of a media container',
      GetLifecyclePolicy: 'when are media objects deleted',
    },
  },
  {
    service: 'mediastore-data',
    called: 'objects in media storage',
    operations: {
      ListItems: 'video objects in a container; folders of a media container',
    },
  },
  {
    service: 'mediatailor',
    called: 'ad insertion; personalized ads; linear channels; ssai; video ads',
    operations: {
      ListPlaybackConfigurations:
        'ad insertion configurations; ad decision servers; slate ads; where do we insert ads; ad insertion setups',
      GetPlaybackConfiguration: 'ad server and origin of one ad insertion; is logging of ad insertion on',
      ListChannels:
        'linear tv channels; assembled channels; running linear channels; which linear channels are on air; virtual tv channels',
      DescribeChannel: 'outputs and playback mode of a linear channel',
      GetChannelSchedule: 'what is on air; programs of a linear channel',
      ListSourceLocations: 'source locations of linear channels; origins of channel assembly content',
      ListVodSources: 'vod sources of linear channels',
      ListLiveSources: 'live sources of linear channels',
      ListPrefetchSchedules: 'ad prefetch schedules',
      ListAlerts: 'alerts of linear channels',
    },
  },
  {
    service: 'ivs',
    called: 'interactive video service; low latency streaming; live streams; streamers; stream keys',
    operations: {
      ListChannels:
        'live stream channels; insecure ingest; channels without playback authorization; basic and advanced channels; who can stream; streaming channels of creators; channels that record; ivs channels',
      GetChannel: 'ingest endpoint and playback url of one stream channel; latency mode of a channel',
      ListStreams:
        'who is live now; live streams; viewers of streams; unhealthy streams; how many people watch live; streams live right now; stream health; who is live; who is broadcasting live; active live streams; live broadcasts at the moment',
      GetStream:
        'health and viewer count of one stream; is a channel live; how many viewers does the stream have; is this channel live',
      ListStreamSessions: 'past streams of a channel',
      GetStreamSession: 'errors and ingest quality of a past stream',
      ListRecordingConfigurations:
        'stream recordings; where are streams recorded; failed recording configurations; recording settings of live streams',
      ListPlaybackKeyPairs: 'keys for private playback',
      ListPlaybackRestrictionPolicies: 'countries and sites allowed to play',
      ListStreamKeys: 'stream keys by channel',
    },
  },
  {
    service: 'ivs-realtime',
    called: 'real time video stages; stage participants; guest streaming',
    operations: {
      ListStages: 'real time stages; video rooms; which video stages exist; multi host rooms',
      ListStageSessions: 'sessions of a stage; active stages',
      ListParticipants: 'participants of a stage; who is on stage',
      ListCompositions: 'server side compositions; running or failed compositions; mixed outputs of stages in progress',
      ListEncoderConfigurations: 'encoder settings of stages',
      ListStorageConfigurations: 'storage of stage recordings',
      ListParticipantEvents: 'why could a participant not publish',
      ListIngestConfigurations: 'ingest of stages by rtmp or whip',
    },
  },
  {
    service: 'ivschat',
    called: 'chat rooms of live streams; stream chat',
    operations: {
      ListRooms: 'stream chat rooms; chat rooms and their limits',
      GetRoom: 'message rate and moderation of a chat room',
      ListLoggingConfigurations: 'chat logs; where are chat messages logged',
    },
  },
  {
    service: 'gamelift',
    called: 'game servers; multiplayer; matchmaking; player sessions; game fleets; anywhere fleets',
    operations: {
      ListFleets: 'game server fleets; which game server fleets exist; fleet ids',
      DescribeFleetAttributes:
        'fleet status and build; fleets in error; spot or on demand game fleets; protection policy of fleets; fleets not active; operating system and instance type of a fleet; which build runs on a fleet; gamelift fleets; game fleets in error; game server fleets in error',
      DescribeFleetCapacity:
        'game servers active, idle and desired; fleet size; idle game instances; how many game servers run; min and max of a fleet; fleets with no capacity',
      DescribeFleetUtilization:
        'players connected; active game sessions; how full are fleets; how many people are playing; current players; free player slots; how many people are playing right now; players online',
      DescribeFleetEvents:
        'why did a fleet fail; game server crashes; fleet history; gamelift fleet events; why did a game fleet go to error',
      DescribeFleetLocationAttributes: 'regions and locations of a fleet',
      DescribeFleetPortSettings: 'ports open on game servers',
      DescribeScalingPolicies: 'autoscaling of game fleets; gamelift fleet scaling policies',
      DescribeInstances: 'instances of a game fleet',
      DescribeGameSessions:
        'running games; game sessions of a fleet; terminated matches; how many matches are running; which matches are active',
      SearchGameSessions: 'find games with free player slots',
      DescribeGameSessionDetails: 'protection of game sessions',
      DescribePlayerSessions:
        'players in a game; active player sessions; where is a player playing; which players are in a game',
      DescribeGameSessionQueues:
        'placement queues; timeout of queues; destinations of a queue; queue that places game sessions; game session queues',
      DescribeMatchmakingConfigurations:
        'matchmakers; acceptance required; flexmatch settings; which matchmakers do we use',
      DescribeMatchmakingRuleSets: 'matchmaking rules; team size rules',
      DescribeMatchmaking: 'status of a matchmaking ticket',
      ListBuilds:
        'game builds; failed builds of game servers; sdk version of builds; uploaded game server builds; builds by status',
      ListScripts: 'realtime server scripts; uploaded realtime scripts',
      ListAliases: 'fleet aliases; names that point to fleets',
      ListContainerFleets: 'container game fleets',
      ListContainerGroupDefinitions: 'container groups of game servers',
      ListGameServerGroups: 'fleetiq game server groups; groups of game servers on own instances',
      ListCompute: 'computes in a fleet; anywhere hosts',
      ListLocations: 'custom locations of game hosting',
      DescribeEC2InstanceLimits:
        'how many game servers may we run; how many game server instances may we run; gamelift instance limit',
      DescribeRuntimeConfiguration: 'server processes per instance',
      DescribeVpcPeeringConnections: 'vpc peering of game fleets',
    },
  },
  {
    service: 'gameliftstreams',
    called: 'gamelift streams; game streaming; cloud gaming; streamed applications',
    operations: {
      ListStreamGroups:
        'game streaming capacity; stream groups; stream groups in error; pools of streaming gpus; idle streaming capacity that costs money',
      GetStreamGroup: 'capacity per location and stream class',
      ListApplications: 'streamed games; applications for streaming; games uploaded for streaming',
      ListStreamSessions: 'people streaming a game; active streaming sessions of a group',
      ListStreamSessionsByAccount: 'all game streaming sessions; errored streaming sessions',
    },
  },
];
