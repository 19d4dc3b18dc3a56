"""Invokes the sandbox's agents as anybody with boto3 would, and prints what came back as JSON."""
import json
import os

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError, EventStreamError

ENDPOINT = os.environ['ENDPOINT']
ONCE = Config(retries={'total_max_attempts': 1})
SESSION = 'hub-' + '0' * 40


def code_of(ask):
    try:
        ask()
    except ClientError as error:
        return error.response['Error']['Code']
    return None


def client(name):
    return boto3.client(name, endpoint_url=ENDPOINT, config=ONCE)


def invoke_agent(agent_id='PEGHWIVI5Y', alias='IO1GTTHP0M'):
    reply = client('bedrock-agent-runtime').invoke_agent(
        agentId=agent_id, agentAliasId=alias, sessionId=SESSION, inputText='What vessels do we have?')
    return reply['completion']


def text_of(completion):
    return b''.join(event['chunk']['bytes'] for event in completion).decode()


def invoke_runtime(arn):
    reply = client('bedrock-agentcore').invoke_agent_runtime(
        agentRuntimeArn=arn, qualifier='DEFAULT', runtimeSessionId=SESSION,
        payload=json.dumps({'prompt': 'Who is on watch?'}).encode())
    return {'contentType': reply['contentType'], 'statusCode': reply['statusCode'],
            'body': reply['response'].read().decode()}


def stream_error():
    try:
        text_of(invoke_agent())
    except EventStreamError as error:
        return error.response['Error']['Code']
    return None


mode = os.environ['MODE']
if mode == 'answers':
    print(json.dumps({
        'agent': text_of(invoke_agent()),
        'runtime': invoke_runtime(os.environ['RUNTIME_ARN']),
        'wrongAlias': code_of(lambda: invoke_agent(alias='OTHERALIAS')),
        'otherAccount': code_of(lambda: invoke_runtime(os.environ['OTHER_ARN'])),
    }))
if mode == 'control':
    print(json.dumps({'control': [event['returnControl']['invocationInputs'] for event in invoke_agent()]}))
if mode == 'midway':
    print(json.dumps({'code': stream_error()}))
