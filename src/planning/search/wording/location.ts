import type { ServiceWording } from './wording.js';

/** Maps, places, geofences and tracked devices. */
export const LOCATION_WORDING: readonly ServiceWording[] = [
  {
    service: 'location',
    called:
      'amazon location service; amazon location maps; geofencing; device tracking; trackers; geocoding; place indexes; route calculators',
    operations: {
      ListTrackers: 'device trackers; gps trackers; vehicle tracking resources',
      DescribeTracker: 'position filtering of a tracker; kms key of a tracker; eventbridge on a tracker',
      ListDevicePositions:
        'where are our devices; last positions of tracked devices; current position of vehicles; where are our trucks; where is the fleet of vehicles',
      GetDevicePosition: 'where is one device now; last known position of a vehicle',
      GetDevicePositionHistory: 'route a device took; past positions of a device; where was the truck yesterday',
      BatchGetDevicePosition: 'latest positions of several devices',
      ListGeofenceCollections: 'geofence collections; areas watched',
      ListGeofences: 'geofences in a collection; fenced areas and shapes',
      GetGeofence: 'polygon of one geofence',
      ListTrackerConsumers: 'geofence collections linked to a tracker',
      ListMaps: 'map resources; map styles in use',
      DescribeMap: 'style and data provider of one map resource',
      ListPlaceIndexes: 'place indexes; geocoding resources; data provider here or esri',
      DescribePlaceIndex: 'intended use of a place index',
      ListRouteCalculators: 'route calculators; routing resources',
      ListJobs: 'location batch jobs; address validation jobs',
      SearchPlaceIndexForText: 'coordinates of an address by place index; geocode with a place index',
      SearchPlaceIndexForPosition: 'address at coordinates by place index; reverse geocode with a place index',
      ListTagsForResource: 'tags of a tracker or map',
    },
  },
  {
    service: 'geo-places',
    called: 'location places api; geocoding api; points of interest; address search',
    operations: {
      SearchText: 'find a place by text; search an address or business',
      SearchNearby: 'places near a position; restaurants or shops nearby',
      GetPlace: 'opening hours and contacts of a place; details of a point of interest',
    },
  },
  {
    service: 'geo-maps',
    called: 'location maps api; map tiles; static maps; map styles',
    operations: {
      GetStaticMap: 'map picture of an area; static map image',
    },
  },
];
