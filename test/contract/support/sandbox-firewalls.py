"""What boto3 makes of the sandbox's security groups and network ACLs: one JSON object per operation."""
import json
import sys

import boto3

client = boto3.client("ec2", region_name=sys.argv[2], endpoint_url=sys.argv[1])
replies = {}
for operation in ("describe_security_groups", "describe_security_group_rules", "describe_network_acls"):
    replies[operation] = client.get_paginator(operation).paginate(PaginationConfig={"PageSize": 5}).build_full_result()
print(json.dumps(replies))
