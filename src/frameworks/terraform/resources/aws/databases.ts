import { argument, block, blocks, companion, document, type ResourceTable } from '../field.js';

/** Secrets, keys and databases. Arguments that end in `_wo` are kept out of the state, but stand in the source all the same. */
export const databaseTables: Readonly<Record<string, ResourceTable>> = {
  aws_secretsmanager_secret: {
    type: 'AWS::SecretsManager::Secret',
    fields: { Name: argument('name'), KmsKeyId: argument('kms_key_id') },
    policy: {
      type: 'AWS::SecretsManager::ResourcePolicy',
      target: 'SecretId',
      document: 'ResourcePolicy',
      field: document('policy'),
    },
  },
  aws_secretsmanager_secret_policy: {
    type: 'AWS::SecretsManager::ResourcePolicy',
    fields: { SecretId: argument('secret_arn'), ResourcePolicy: document('policy') },
  },
  aws_secretsmanager_secret_version: {
    type: 'AWS::SecretsManager::SecretVersion',
    fields: { SecretString: argument('secret_string', { orElse: argument('secret_string_wo') }) },
  },
  aws_ssm_parameter: {
    type: 'AWS::SSM::Parameter',
    fields: {
      Name: argument('name'),
      Type: argument('type'),
      Value: argument('value', { orElse: argument('value_wo') }),
    },
  },
  aws_kms_key: {
    type: 'AWS::KMS::Key',
    fields: {
      EnableKeyRotation: argument('enable_key_rotation'),
      KeySpec: argument('customer_master_key_spec'),
      KeyUsage: argument('key_usage'),
      KeyPolicy: document('policy', {
        orElse: companion('aws_kms_key_policy', 'key_id', { value: document('policy') }),
      }),
    },
  },
  aws_ecr_repository: {
    type: 'AWS::ECR::Repository',
    fields: {
      RepositoryPolicyText: companion('aws_ecr_repository_policy', 'repository', { value: document('policy') }),
    },
  },
  aws_dax_cluster: {
    type: 'AWS::DAX::Cluster',
    fields: {
      ClusterName: argument('cluster_name'),
      SSESpecification: block('server_side_encryption', { SSEEnabled: argument('enabled') }),
    },
  },
  aws_elasticache_replication_group: {
    type: 'AWS::ElastiCache::ReplicationGroup',
    fields: {
      ReplicationGroupId: argument('replication_group_id'),
      AtRestEncryptionEnabled: argument('at_rest_encryption_enabled'),
      AuthToken: argument('auth_token'),
    },
  },
  aws_elasticache_cluster: {
    type: 'AWS::ElastiCache::CacheCluster',
    fields: { ClusterName: argument('cluster_id') },
  },
  aws_opensearch_domain: search('AWS::OpenSearchService::Domain', 'aws_opensearch_domain_policy'),
  aws_elasticsearch_domain: search('AWS::Elasticsearch::Domain', 'aws_elasticsearch_domain_policy'),
  aws_efs_file_system: {
    type: 'AWS::EFS::FileSystem',
    fields: {
      Encrypted: argument('encrypted'),
      FileSystemPolicy: companion('aws_efs_file_system_policy', 'file_system_id', { value: document('policy') }),
    },
  },
  aws_db_instance: {
    type: 'AWS::RDS::DBInstance',
    fields: {
      DBInstanceIdentifier: argument('identifier'),
      StorageEncrypted: argument('storage_encrypted'),
      MasterUserPassword: argument('password', { orElse: argument('password_wo') }),
      ReplicateSourceDb: argument('replicate_source_db'),
    },
  },
  aws_rds_cluster: {
    type: 'AWS::RDS::DBCluster',
    fields: {
      DBClusterIdentifier: argument('cluster_identifier'),
      StorageEncrypted: argument('storage_encrypted'),
      MasterUserPassword: argument('master_password', { orElse: argument('master_password_wo') }),
    },
  },
  aws_docdb_cluster: {
    type: 'AWS::DocDB::DBCluster',
    fields: { MasterUserPassword: argument('master_password', { orElse: argument('master_password_wo') }) },
  },
  aws_redshift_cluster: {
    type: 'AWS::Redshift::Cluster',
    fields: { MasterUserPassword: argument('master_password', { orElse: argument('master_password_wo') }) },
  },
  aws_redshiftserverless_namespace: {
    type: 'AWS::RedshiftServerless::Namespace',
    fields: { AdminUserPassword: argument('admin_user_password', { orElse: argument('admin_user_password_wo') }) },
  },
  aws_mq_broker: {
    type: 'AWS::AmazonMQ::Broker',
    fields: { Users: blocks('user', { Password: argument('password') }) },
  },
};

function search(type: string, policy: string): ResourceTable {
  return {
    type,
    fields: {
      DomainName: argument('domain_name'),
      EncryptionAtRestOptions: block('encrypt_at_rest', { Enabled: argument('enabled') }),
      AccessPolicies: document('access_policies', {
        orElse: companion(policy, 'domain_name', { value: document('access_policies') }),
      }),
    },
  };
}
