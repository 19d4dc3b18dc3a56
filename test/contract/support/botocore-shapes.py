"""Checks replies against the output shapes of botocore's own service models.

Reads JSON lines {"service", "operation", "response"} on stdin and writes one JSON line per problem
{"service", "operation", "path", "problem"} on stdout. The models are AWS's, so that the sandbox and the product cannot
agree on a shape that boto3 would never return. The first line written is {"botocore": VERSION}.
"""

import json
import sys

import botocore
import botocore.session

SCALARS = {
    'string': (str,),
    'character': (str,),
    'integer': (int,),
    'long': (int,),
    'float': (int, float),
    'double': (int, float),
    'boolean': (bool,),
    # Times and bytes arrive as text in JSON; epoch numbers are whole numbers.
    'timestamp': (str,),
    'blob': (str,),
}
# What botocore's handlers make of a reply: a document that the wire carries as text, a null for the oldest Region.
PARSED = {('iam', 'AssumeRolePolicyDocument')}
NULLABLE = {('s3', 'LocationConstraint')}


def check(shape, value, path, service, report):
    name = path.rsplit('.', 1)[-1]
    if value is None:
        if (service, name) not in NULLABLE:
            report(path, 'null where a %s belongs' % shape.type_name)
        return
    if (service, name) in PARSED:
        if not isinstance(value, dict):
            report(path, 'a parsed document is an object')
        return
    if shape.type_name == 'structure':
        if not isinstance(value, dict):
            report(path, 'a structure is an object, not %s' % type(value).__name__)
            return
        for key, item in value.items():
            if key not in shape.members:
                report('%s.%s' % (path, key), 'unknown member')
            else:
                check(shape.members[key], item, '%s.%s' % (path, key), service, report)
    elif shape.type_name == 'list':
        if not isinstance(value, list):
            report(path, 'a list is a list, not %s' % type(value).__name__)
            return
        for index, item in enumerate(value):
            check(shape.member, item, '%s[%d]' % (path, index), service, report)
    elif shape.type_name == 'map':
        if not isinstance(value, dict):
            report(path, 'a map is an object, not %s' % type(value).__name__)
            return
        for key, item in value.items():
            check(shape.value, item, '%s.%s' % (path, key), service, report)
    else:
        accepted = SCALARS[shape.type_name]
        if not isinstance(value, accepted) or (isinstance(value, bool) and bool not in accepted):
            report(path, 'a %s, not %s' % (shape.type_name, type(value).__name__))
        elif shape.type_name == 'timestamp' and not looks_like_time(value):
            report(path, 'not an ISO 8601 time: %s' % value)
        elif getattr(shape, 'enum', None) and value not in shape.enum:
            report(path, 'not one of the values: %s' % value)


def looks_like_time(text):
    from datetime import datetime

    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def main():
    session = botocore.session.get_session()
    models = {}
    print(json.dumps({'botocore': botocore.__version__}))
    for line in sys.stdin:
        entry = json.loads(line)
        service, operation = entry['service'], entry['operation']
        if service not in models:
            models[service] = session.get_service_model(service)
        response = dict(entry['response'])
        metadata = response.pop('ResponseMetadata', None)

        def report(path, problem):
            print(json.dumps({'service': service, 'operation': operation, 'path': path, 'problem': problem}))

        if not isinstance(metadata, dict) or metadata.get('HTTPStatusCode') != 200:
            report('ResponseMetadata', 'missing or not of a success')
        shape = models[service].operation_model(operation).output_shape
        if shape is None:
            if response:
                report('', 'the operation answers nothing')
        else:
            check(shape, response, '', service, report)


main()
