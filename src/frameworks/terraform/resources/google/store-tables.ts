import { argument, block, blocks, type Fields } from '../field.js';
import type { GoogleTable } from './google-tables.js';

const control: GoogleTable = {
  asset: 'storage.googleapis.com/BucketAccessControl',
  fields: { bucket: argument('bucket'), entity: argument('entity'), role: argument('role') },
};

const list: GoogleTable = {
  asset: 'storage.googleapis.com/BucketAccessList',
  fields: {
    bucket: argument('bucket'),
    roleEntity: argument('role_entity'),
    predefinedAcl: argument('predefined_acl'),
    defaultAcl: argument('default_acl'),
  },
};

const name: Fields = { name: argument('name') };

/** What holds data or passes it on, and who may use buckets. */
export const storeTables: Readonly<Record<string, GoogleTable>> = {
  google_storage_bucket: {
    asset: 'storage.googleapis.com/Bucket',
    fields: {
      ...name,
      publicAccessPrevention: argument('public_access_prevention'),
      lifecycle: blocks('lifecycle_rule', { action: block('action', { type: argument('type') }) }),
      retentionPolicy: block('retention_policy', { retentionPeriod: argument('retention_period') }),
      website: block('website', { mainPageSuffix: argument('main_page_suffix') }),
    },
  },
  google_storage_bucket_access_control: control,
  google_storage_default_object_access_control: control,
  google_storage_bucket_acl: list,
  google_storage_default_object_acl: list,
  google_storage_notification: {
    asset: 'storage.googleapis.com/Notification',
    fields: {
      bucket: argument('bucket'),
      topic: argument('topic'),
      objectNamePrefix: argument('object_name_prefix'),
    },
  },
  google_pubsub_topic: { asset: 'pubsub.googleapis.com/Topic', fields: name },
  google_pubsub_subscription: {
    asset: 'pubsub.googleapis.com/Subscription',
    fields: {
      ...name,
      topic: argument('topic'),
      filter: argument('filter'),
      pushConfig: block('push_config', { pushEndpoint: argument('push_endpoint') }),
      deadLetterPolicy: block('dead_letter_policy', {
        deadLetterTopic: argument('dead_letter_topic'),
        maxDeliveryAttempts: argument('max_delivery_attempts'),
      }),
    },
  },
  google_firestore_database: { asset: 'firestore.googleapis.com/Database', fields: name },
  google_secret_manager_secret: {
    asset: 'secretmanager.googleapis.com/Secret',
    fields: { name: argument('secret_id') },
  },
  google_kms_crypto_key: {
    asset: 'cloudkms.googleapis.com/CryptoKey',
    fields: {
      ...name,
      purpose: argument('purpose'),
      rotationPeriod: argument('rotation_period'),
      importOnly: argument('import_only'),
    },
  },
  google_cloud_scheduler_job: {
    asset: 'cloudscheduler.googleapis.com/Job',
    fields: { httpTarget: block('http_target', { uri: argument('uri') }) },
  },
  google_eventarc_trigger: {
    asset: 'eventarc.googleapis.com/Trigger',
    fields: {
      eventFilters: blocks('matching_criteria', { attribute: argument('attribute'), value: argument('value') }),
      destination: block('destination', {
        cloudFunction: argument('cloud_function'),
        cloudRun: block('cloud_run_service', { service: argument('service') }),
      }),
      transport: block('transport', { pubsub: block('pubsub', { topic: argument('topic') }) }),
    },
  },
};
