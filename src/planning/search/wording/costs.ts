import type { ServiceWording } from './wording.js';

/** Bills, budgets, commitments and savings. */
export const COSTS_WORDING: readonly ServiceWording[] = [
  {
    service: 'ce',
    called:
      'cost explorer; spend; spending; bill; costs; money; how much do we pay; aws bill; finops; cost anomalies; cost forecast; expenses; invoice amount by service',
    operations: {
      GetCostAndUsage:
        'spend by service; cost per account; how much did we spend; why is the bill so high; monthly cost; daily cost; most expensive services; top spenders; cost of ec2, s3 or rds last month; month to date spend; cost by tag, team or project; data transfer cost; cost per region; usage by type; unblended and amortized cost; what are we paying for; total bill; spend trend; credits and tax; cost of an environment; how much are we spending; what do we pay for; cost by account; which team costs most; how much did an account cost last month; biggest cost drivers; nat gateway cost; daily burn; compare spend per service; yearly spend; spend on support or tax; cost split by environment; bill of this month so far; where does the money go; cloud bill per account; what did we spend; spend per service; spend last month; cost per service in october; aws bill last month; cost per tag; how much did we spend on ec2; costs this month; top cost; cost breakdown; daily costs; spend by region; why is our bill high; why is the bill up; bill increase; monthly bill by service',
      GetCostAndUsageWithResources:
        'cost per resource; most expensive instance; cost of a single bucket or database; which resources cost most; hourly cost; cost of a single resource; most expensive resources; cost of one bucket; cost of one instance',
      GetCostForecast:
        'cost forecast; expected bill at month end; projected spend; how much will we spend next month; estimated total this month; what will the bill be; predicted cost; how much will this month cost in the end; how much will we pay by the end of the month; what will this month cost; forecast of spend; expected cost this month; projected bill; end of month bill; will we overspend',
      GetUsageForecast: 'expected usage; usage projection; expected usage of ec2',
      GetCostAndUsageComparisons:
        'cost of this month against last month; month over month comparison; which services grew; cost difference between two months; compare this month with last month cost',
      GetCostComparisonDrivers:
        'why did cost go up; what drove the increase; reasons for cost change between months; why did our bill go up; why did the cost increase; why is the bill up on last month; bill went up; reasons the bill is higher',
      GetAnomalies:
        'cost anomalies; unusual spend; cost spikes; unexpected charges; sudden increase of the bill; spend anomalies and their root cause; any unusual cost; did cost jump; strange charges; cost anomalies detected; cost spike',
      GetAnomalyMonitors:
        'what watches for cost anomalies; cost anomaly monitors; is anomaly detection of cost on; cost anomaly detection monitors',
      GetAnomalySubscriptions:
        'who is alerted about cost anomalies; cost anomaly alert recipients and threshold; who gets cost anomaly alerts',
      GetReservationUtilization:
        'are reserved instances used; ri utilization; unused reservations; wasted reserved instances; do we waste reservations; reserved instance utilization; how well are our reserved instances used; percent of reserved instances used',
      GetReservationCoverage:
        'ri coverage; how much runs on demand; hours not covered by reservations; reservation coverage; how many hours run on demand',
      GetReservationPurchaseRecommendation:
        'which reserved instances should we buy; ri purchase advice; savings from reservations; should we buy reserved instances; which reserved instances should we purchase; recommended reserved instances',
      GetSavingsPlansUtilization:
        'are savings plans fully used; savings plan utilization; unused commitment; wasted savings plans; do we waste savings plans; are we wasting our savings plans; unused savings plan commitment; how well are savings plans used; how much of our compute commitment is unused',
      GetSavingsPlansUtilizationDetails: 'utilization of each savings plan; which savings plan is underused',
      GetSavingsPlansCoverage:
        'savings plan coverage; spend not covered by savings plans; on demand spend left; how much of compute is covered by commitments',
      GetSavingsPlansPurchaseRecommendation:
        'which savings plan should we buy; commitment advice; estimated savings from savings plans; should we buy savings plans; savings plan purchase recommendation; which commitments should we buy; recommended commitment',
      ListSavingsPlansPurchaseRecommendationGeneration: 'when were savings plan recommendations calculated',
      GetRightsizingRecommendation:
        'oversized instances by cost explorer; instances to downsize or terminate; rightsizing; idle instances and what we would save; which instances are too large by cost explorer; rightsizing recommendations of cost explorer',
      GetTags: 'tag values seen in the bill; which tags can cost be grouped by; which tag values can we split cost by',
      GetDimensionValues:
        'services, accounts or regions that appear in the bill; values to filter cost by; which linked accounts have cost; usage types seen; which services appear in the bill; accounts that have cost',
      GetCostCategories:
        'cost category values; values of cost categories in a period; cost category values in the bill',
      ListCostCategoryDefinitions:
        'cost categories; how are costs split to business units; cost allocation rules; cost categories we have; cost categories we defined; cost category rules',
      DescribeCostCategoryDefinition: 'rules of one cost category; split charges',
      ListCostAllocationTags:
        'cost allocation tags; which tags are active for billing; inactive cost tags; user defined billing tags; last used date of billing tags; which tags show up in billing',
      ListCostAllocationTagBackfillHistory: 'backfills of billing tags',
      GetApproximateUsageRecords: 'number of hourly cost records',
      ListCommitmentPurchaseAnalyses: 'analyses of planned savings plan purchases',
      GetCommitmentPurchaseAnalysis: 'result of a savings plan purchase analysis',
    },
  },
  {
    service: 'cur',
    called: 'cost and usage report; cur; legacy billing reports; detailed billing data',
    operations: {
      DescribeReportDefinitions:
        'cost and usage reports; billing report to s3; where is billing data delivered; last delivery of the cost report; is the report hourly with resource ids; athena integration of billing data; cost and usage reports defined',
    },
  },
  {
    service: 'bcm-data-exports',
    called: 'data exports; billing data export; cur 2.0; focus export; cost optimization exports',
    operations: {
      ListExports:
        'billing exports; cur 2.0 exports; focus exports; unhealthy billing exports; exports of cost data; are billing exports set up; cur 2 exports',
      GetExport: 'query, bucket and format of one billing export',
      ListExecutions: 'runs of a billing export; failed billing export delivery; did the billing export run',
      GetExecution: 'why did a billing export fail',
      ListTables: 'billing tables that can be exported',
      GetTable: 'columns of a billing table',
    },
  },
  {
    service: 'budgets',
    called: 'budgets; budget alerts; spending limits; budget thresholds; overspend',
    operations: {
      DescribeBudgets:
        'budgets; are we over budget; budgets exceeded; actual against budgeted spend; forecast over budget; monthly budget amount; budget limits; accounts without a budget; unhealthy budgets; did we exceed a budget; budget status; how much budget is left; which budgets are close to the limit; do we have a budget; budgets we went over; budgets we have; budget overrun; budget versus actual; budgets and how much is used; used part of budgets',
      DescribeBudget: 'amount, filters and spend of one budget',
      DescribeBudgetPerformanceHistory:
        'actual spend against budget over past months; how often did we exceed a budget; budget performance over months; spend against the budget over the last year; budget history',
      DescribeNotificationsForBudget: 'thresholds of a budget; when does a budget alert; when does a budget warn',
      DescribeBudgetNotificationsForAccount: 'budget alerts of all budgets; budgets in alarm; budgets without alerts',
      DescribeSubscribersForNotification:
        'who gets a budget alert; emails of a budget alert; who gets a mail when the budget is exceeded',
      DescribeBudgetActionsForAccount:
        'automatic budget actions; what happens when a budget is exceeded; actions pending approval; budget actions configured',
      DescribeBudgetActionsForBudget: 'actions of one budget',
      DescribeBudgetActionHistories: 'budget actions executed; budget actions that were triggered',
    },
  },
  {
    service: 'billing',
    called: 'billing views; custom billing views; who sees which cost data',
    operations: {
      ListBillingViews: 'billing views; views of cost data; shared billing views; billing views we have',
      GetBillingView: 'filters of one billing view',
      ListSourceViewsForBillingView: 'source views of a billing view',
    },
  },
  {
    service: 'bcm-dashboards',
    called: 'billing and cost management dashboards; cost dashboards',
    operations: {
      ListDashboards: 'cost dashboards; finops dashboards',
      GetDashboard: 'widgets of a cost dashboard',
      ListScheduledReports: 'scheduled cost reports; cost reports by email',
    },
  },
  {
    service: 'bcm-pricing-calculator',
    called: 'pricing calculator; cost estimates; workload estimates; what-if bill scenarios',
    operations: {
      ListWorkloadEstimates: 'cost estimates of workloads; saved estimates; expired estimates',
      GetWorkloadEstimate: 'total cost of an estimate',
      ListWorkloadEstimateUsage: 'usage lines of an estimate',
      ListBillScenarios: 'what-if bill scenarios',
      ListBillEstimates: 'estimates of a whole bill; bill estimates in progress',
      GetBillEstimate: 'cost summary of a bill estimate',
      ListBillEstimateLineItems: 'line items of a bill estimate',
      GetPreferences: 'rate types used in estimates; discounts in estimates',
    },
  },
  {
    service: 'bcm-recommended-actions',
    called: 'recommended billing actions; billing to do list',
    operations: {
      ListRecommendedActions:
        'billing tasks waiting; expired payment method; past due invoice; overdue payments; recommended actions for billing; tax information to update',
    },
  },
  {
    service: 'cost-optimization-hub',
    called:
      'cost optimization hub; savings opportunities; cost savings; where can we save; optimization recommendations',
    operations: {
      ListRecommendations:
        'where can we save money; savings opportunities; idle resources to delete; resources to rightsize; upgrade to graviton; gp2 to gp3 savings; reserved instance and savings plan advice; estimated monthly savings; unused resources that cost money; waste; how can we cut costs; what should we delete to save money; cheapest wins; potential savings by resource; where could we save money; how to reduce cost; savings recommendations; cost saving opportunities',
      ListRecommendationSummaries:
        'total possible savings by account, region or action; savings potential summary; how much could we save in total; savings per account',
      GetRecommendation:
        'details of one savings opportunity; effort and rollback of a recommendation; current and recommended configuration',
      ListEnrollmentStatuses:
        'is cost optimization hub on; accounts not enrolled for savings recommendations; is cost optimization hub enabled',
      GetPreferences: 'are savings estimated before or after discounts',
      ListEfficiencyMetrics: 'cost efficiency score; how efficient is our spend over time',
    },
  },
  {
    service: 'compute-optimizer-automation',
    called: 'automatic optimization; automation rules of compute optimizer',
    operations: {
      ListAutomationRules: 'rules that rightsize or delete automatically',
      ListAutomationEvents:
        'automatic optimizations done; failed automatic rightsizing; snapshots and volumes deleted by automation',
      ListRecommendedActions: 'actions automation could take',
      GetEnrollmentConfiguration: 'is optimization automation on',
      ListAccounts: 'accounts in optimization automation',
    },
  },
  {
    service: 'savingsplans',
    called: 'savings plans; compute savings plans; commitments; discount commitments',
    operations: {
      DescribeSavingsPlans:
        'savings plans we own; commitments about to expire; active savings plans; hourly commitment; queued savings plans; when does a savings plan end; returnable savings plans; when do our savings plans run out; what commitments do we have; savings plans owned; savings plans running out; savings plans expiring; our savings plans; savings plans ending this quarter',
      DescribeSavingsPlanRates: 'rates of one savings plan',
      DescribeSavingsPlansOfferings:
        'savings plans on offer; terms and payment options to buy; which savings plans could we buy',
      DescribeSavingsPlansOfferingRates: 'discount rate of offered savings plans',
    },
  },
  {
    service: 'pricing',
    called: 'price list; list prices; on demand price; how much does something cost',
    operations: {
      GetProducts:
        'price of an instance type; price per hour; list price of storage; on demand price in a region; how much does an m5 cost; price per gb; what is the price of; cost of an instance per hour; price of a database class; price of an instance in a region; hourly price of a type in ireland',
      DescribeServices: 'services in the price list; attributes to search prices by',
      GetAttributeValues: 'values of a price attribute; instance types in the price list',
      ListPriceLists: 'price list files; prices valid at a date',
    },
  },
  {
    service: 'freetier',
    called: 'free tier; free usage; credits left; free plan',
    operations: {
      GetFreeTierUsage:
        'free tier usage; are we over the free tier; free tier limits nearly used; how much of the free tier is used',
      GetAccountPlanState:
        'free plan or paid plan; credits remaining; when does the free plan expire; are we on the free plan; credits left on the account',
      ListAccountActivities: 'activities that earn credits; ways to earn free tier credits',
      GetAccountActivity: 'one activity that earns credits',
    },
  },
  {
    service: 'invoicing',
    called: 'invoices; invoice pdf; invoice units; amount due',
    operations: {
      ListInvoiceSummaries:
        "invoices; invoice amounts; due dates; bills of past months; open invoices; invoices by month; tax on invoices; which invoices are unpaid; invoice totals; last invoice; unpaid invoices; our invoices; invoices of last month; last month's invoice; latest invoice",
      ListInvoiceUnits:
        'invoice units; which accounts are invoiced together; invoice receivers; which accounts get separate invoices',
      GetInvoiceUnit: 'rule and receiver of one invoice unit',
      BatchGetInvoiceProfile:
        'legal name, address and tax number on invoices; what legal name is printed on our invoices; invoice address of an account',
      ListProcurementPortalPreferences: 'procurement portals; coupa or ariba invoice delivery',
    },
  },
  {
    service: 'taxsettings',
    called: 'tax settings; vat number; tax registration; gst; tax exemption',
    operations: {
      ListTaxRegistrations:
        'vat numbers; tax registration numbers of accounts; accounts without a tax number; unverified tax registrations; our vat registrations; tax ids per account; vat number set; do member accounts have a tax number',
      GetTaxRegistration: 'legal name and vat number of one account',
      ListTaxExemptions: 'tax exemptions; exempt accounts; exemption certificates',
      GetTaxInheritance: 'do member accounts inherit tax settings',
      ListSupplementalTaxRegistrations: 'additional tax numbers',
    },
  },
  {
    service: 'billingconductor',
    called: 'billing conductor; chargeback; showback; custom rates; billing groups; pro forma billing; resellers',
    operations: {
      ListBillingGroups:
        'billing groups; customers we charge; chargeback groups; accounts grouped for billing; billing groups we have',
      ListAccountAssociations:
        'accounts in or outside of a billing group; accounts not in any billing group; which accounts are in no billing group',
      ListBillingGroupCostReports: 'margin per billing group; pro forma cost compared with actual cost',
      GetBillingGroupCostReport: 'margin and cost of one billing group by service',
      ListPricingPlans: 'pricing plans for customers; custom rates',
      ListPricingRules: 'markups and discounts; pricing rules',
      ListCustomLineItems: 'custom fees and credits; support fee line items',
      ListResourcesAssociatedToCustomLineItem: 'what a custom fee is calculated from',
    },
  },
  {
    service: 'sustainability',
    called: 'carbon footprint; emissions; co2; greenhouse gas; climate',
    operations: {
      GetEstimatedCarbonEmissions:
        'carbon emissions; co2 footprint of our usage; emissions by region, service or account; scope 1, 2 and 3; climate impact; how much co2 do we cause; our carbon footprint',
      GetEstimatedCarbonEmissionsDimensionValues: 'services, regions or accounts with emissions data',
    },
  },
];
