import { lines } from './text-lists.js';

/** How people say where to look. */
export const ALL_ACCOUNTS: readonly string[] = lines(`
  all accounts
  all the accounts
  all of the accounts
  all my accounts
  all our accounts
  all of our accounts
  all of my accounts
  all aws accounts
  all target accounts
  all member accounts
  every account
  every aws account
  every single account
  any account
  the whole organization
  the whole organisation
  the organization
  the organisation
  the entire organization
  our organization
  my organization
  whole org
  the org
  organization
  organisation
  org
  org-wide
  organization-wide
  the fleet
`);

export const ALL_REGIONS: readonly string[] = lines(`
  all regions
  all the regions
  all aws regions
  all of the regions
  all enabled regions
  all our regions
  all available regions
  every region
  every aws region
  every single region
  every enabled region
  any region
  everywhere
  worldwide
  globally
  each and every region
`);

/** Regions by the names that the console gives them: https://docs.aws.amazon.com/global-infrastructure/latest/regions/ */
export const REGION_NAMES: Readonly<Record<string, string>> = {
  virginia: 'us-east-1',
  'n. virginia': 'us-east-1',
  'n virginia': 'us-east-1',
  'north virginia': 'us-east-1',
  'northern virginia': 'us-east-1',
  ohio: 'us-east-2',
  'n. california': 'us-west-1',
  'n california': 'us-west-1',
  'north california': 'us-west-1',
  'northern california': 'us-west-1',
  california: 'us-west-1',
  oregon: 'us-west-2',
  montreal: 'ca-central-1',
  calgary: 'ca-west-1',
  'sao paulo': 'sa-east-1',
  'são paulo': 'sa-east-1',
  mexico: 'mx-central-1',
  ireland: 'eu-west-1',
  dublin: 'eu-west-1',
  london: 'eu-west-2',
  paris: 'eu-west-3',
  frankfurt: 'eu-central-1',
  zurich: 'eu-central-2',
  zürich: 'eu-central-2',
  milan: 'eu-south-1',
  spain: 'eu-south-2',
  stockholm: 'eu-north-1',
  'cape town': 'af-south-1',
  bahrain: 'me-south-1',
  uae: 'me-central-1',
  'tel aviv': 'il-central-1',
  'hong kong': 'ap-east-1',
  taipei: 'ap-east-2',
  tokyo: 'ap-northeast-1',
  seoul: 'ap-northeast-2',
  osaka: 'ap-northeast-3',
  mumbai: 'ap-south-1',
  hyderabad: 'ap-south-2',
  singapore: 'ap-southeast-1',
  sydney: 'ap-southeast-2',
  jakarta: 'ap-southeast-3',
  melbourne: 'ap-southeast-4',
  malaysia: 'ap-southeast-5',
  'new zealand': 'ap-southeast-6',
  auckland: 'ap-southeast-6',
  thailand: 'ap-southeast-7',
  bangkok: 'ap-southeast-7',
  beijing: 'cn-north-1',
  ningxia: 'cn-northwest-1',
};
