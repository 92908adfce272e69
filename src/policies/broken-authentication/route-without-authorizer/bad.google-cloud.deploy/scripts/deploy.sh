#!/usr/bin/env bash
set -euo pipefail

PROJECT_ID=example-project
REGION=europe-west1

gcloud builds submit --tag "europe-west1-docker.pkg.dev/$PROJECT_ID/shop/orders"
gcloud run deploy orders --image="europe-west1-docker.pkg.dev/$PROJECT_ID/shop/orders" --region="$REGION" --max-instances=20 --allow-unauthenticated
