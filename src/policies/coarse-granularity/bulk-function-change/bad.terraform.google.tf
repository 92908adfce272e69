resource "google_cloudfunctions2_function" "f0" {
  name     = "f0"
  location = "europe-west1"

  build_config {
    runtime     = "nodejs24"
    entry_point = "handle"
  }

  service_config {
    max_instance_count    = 20
    service_account_email = "f0@shop.iam.gserviceaccount.com"

    environment_variables = {
      MODE = "open"
    }
  }
}

resource "google_cloudfunctions2_function" "f1" {
  name     = "f1"
  location = "europe-west1"

  build_config {
    runtime     = "nodejs24"
    entry_point = "handle"
  }

  service_config {
    max_instance_count    = 20
    service_account_email = "f1@shop.iam.gserviceaccount.com"

    environment_variables = {
      MODE = "open"
    }
  }
}

resource "google_cloudfunctions2_function" "f2" {
  name     = "f2"
  location = "europe-west1"

  build_config {
    runtime     = "nodejs24"
    entry_point = "handle"
  }

  service_config {
    max_instance_count    = 20
    service_account_email = "f2@shop.iam.gserviceaccount.com"

    environment_variables = {
      MODE = "open"
    }
  }
}

resource "google_cloudfunctions2_function" "f3" {
  name     = "f3"
  location = "europe-west1"

  build_config {
    runtime     = "nodejs24"
    entry_point = "handle"
  }

  service_config {
    max_instance_count    = 20
    service_account_email = "f3@shop.iam.gserviceaccount.com"

    environment_variables = {
      MODE = "open"
    }
  }
}

resource "google_cloudfunctions2_function" "f4" {
  name     = "f4"
  location = "europe-west1"

  build_config {
    runtime     = "nodejs24"
    entry_point = "handle"
  }

  service_config {
    max_instance_count    = 20
    service_account_email = "f4@shop.iam.gserviceaccount.com"

    environment_variables = {
      MODE = "open"
    }
  }
}

resource "google_cloudfunctions2_function" "f5" {
  name     = "f5"
  location = "europe-west1"

  build_config {
    runtime     = "nodejs24"
    entry_point = "handle"
  }

  service_config {
    max_instance_count    = 20
    service_account_email = "f5@shop.iam.gserviceaccount.com"

    environment_variables = {
      MODE = "open"
    }
  }
}

resource "google_cloudfunctions2_function" "f6" {
  name     = "f6"
  location = "europe-west1"

  build_config {
    runtime     = "nodejs24"
    entry_point = "handle"
  }

  service_config {
    max_instance_count    = 20
    service_account_email = "f6@shop.iam.gserviceaccount.com"

    environment_variables = {
      MODE = "open"
    }
  }
}

resource "google_cloudfunctions2_function" "f7" {
  name     = "f7"
  location = "europe-west1"

  build_config {
    runtime     = "nodejs24"
    entry_point = "handle"
  }

  service_config {
    max_instance_count    = 20
    service_account_email = "f7@shop.iam.gserviceaccount.com"

    environment_variables = {
      MODE = "open"
    }
  }
}
