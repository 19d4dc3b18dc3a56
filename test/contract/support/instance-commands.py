"""Sends commands to an instance as anybody with boto3 would, and prints what came back as JSON."""
import json
import os
import sys
import time

import boto3
from botocore.exceptions import ClientError


def plain(value):
    return value.isoformat()


def until_ended(ssm, command_id, instance_id):
    while True:
        try:
            found = ssm.get_command_invocation(CommandId=command_id, InstanceId=instance_id)
        except ClientError as error:
            if error.response['Error']['Code'] != 'InvocationDoesNotExist':
                raise
            found = {'Status': 'Pending'}
        if found['Status'] not in ('Pending', 'InProgress', 'Delayed', 'Cancelling'):
            return {name: found[name] for name in (
                'Status', 'StatusDetails', 'ResponseCode', 'StandardOutputContent', 'StandardErrorContent')}
        time.sleep(0.05)


def send(ssm, instance_id, command, **more):
    return ssm.send_command(InstanceIds=[instance_id], DocumentName='AWS-RunShellScript',
                            Parameters={'commands': [command], 'executionTimeout': ['60']}, **more)['Command']


def code_of(ask):
    try:
        ask()
    except ClientError as error:
        return error.response['Error']['Code']
    return None


online, lost, unmanaged = sys.argv[1:4]
url, region = os.environ['ENDPOINT'], os.environ['AWS_DEFAULT_REGION']
ssm = boto3.client('ssm', endpoint_url=url, region_name=region)
ec2 = boto3.client('ec2', endpoint_url=url, region_name=region)

instances = ec2.describe_instances(InstanceIds=[online, lost])
instances.pop('ResponseMetadata')
every = [instance['InstanceId']
         for page in ec2.get_paginator('describe_instances').paginate(PaginationConfig={'PageSize': 5})
         for reservation in page['Reservations'] for instance in reservation['Instances']]
running = [instance['InstanceId']
           for reservation in ec2.describe_instances(
               Filters=[{'Name': 'instance-state-name', 'Values': ['running']}])['Reservations']
           for instance in reservation['Instances']]
information = [(found['InstanceId'], found['PingStatus'], found['PlatformType'])
               for found in ssm.describe_instance_information(
                   Filters=[{'Key': 'InstanceIds', 'Values': [online, lost, unmanaged]}])['InstanceInformationList']]

uptime = send(ssm, online, 'uptime', Comment='from boto3')
slow = send(ssm, online, 'sleep 50', TimeoutSeconds=30)
failing = send(ssm, online, 'warn disk full\nexit 3')
ssm.cancel_command(CommandId=slow['CommandId'])

print(json.dumps({
    'instances': instances,
    'every': sorted(every),
    'running': sorted(running),
    'information': sorted(information),
    'sent': {name: uptime[name] for name in ('DocumentName', 'Comment', 'InstanceIds', 'Status')},
    'results': [until_ended(ssm, command['CommandId'], online) for command in (uptime, slow, failing)],
    'codes': [
        code_of(lambda: send(ssm, unmanaged, 'uptime')),
        code_of(lambda: send(ssm, lost, 'uptime')),
        code_of(lambda: ssm.get_command_invocation(CommandId=uptime['CommandId'], InstanceId=lost)),
        code_of(lambda: ssm.cancel_command(CommandId='00000000-0000-4000-8000-000000000000')),
        code_of(lambda: ssm.send_command(InstanceIds=[online], DocumentName='AWS-Nothing')),
        code_of(lambda: send(ssm, online, 'uptime', Comment='x' * 101)),
        code_of(lambda: ec2.describe_instances(InstanceIds=['i-0123456789abcdef0'])),
    ],
}, default=plain))
