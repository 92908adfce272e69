resource "azurerm_service_plan" "shop" {
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  os_type             = "Linux"
  sku_name            = "Y1"
}

resource "azurerm_linux_function_app" "f0" {
  name                = "f0"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.shop.id
  https_only          = true

  app_settings = {
    MODE = "open"
  }

  site_config {
    app_scale_limit = 20
  }
}

resource "azurerm_linux_function_app" "f1" {
  name                = "f1"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.shop.id
  https_only          = true

  app_settings = {
    MODE = "open"
  }

  site_config {
    app_scale_limit = 20
  }
}

resource "azurerm_linux_function_app" "f2" {
  name                = "f2"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.shop.id
  https_only          = true

  app_settings = {
    MODE = "open"
  }

  site_config {
    app_scale_limit = 20
  }
}

resource "azurerm_linux_function_app" "f3" {
  name                = "f3"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.shop.id
  https_only          = true

  app_settings = {
    MODE = "open"
  }

  site_config {
    app_scale_limit = 20
  }
}

resource "azurerm_linux_function_app" "f4" {
  name                = "f4"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.shop.id
  https_only          = true

  app_settings = {
    MODE = "open"
  }

  site_config {
    app_scale_limit = 20
  }
}

resource "azurerm_linux_function_app" "f5" {
  name                = "f5"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.shop.id
  https_only          = true

  app_settings = {
    MODE = "open"
  }

  site_config {
    app_scale_limit = 20
  }
}

resource "azurerm_linux_function_app" "f6" {
  name                = "f6"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.shop.id
  https_only          = true

  app_settings = {
    MODE = "open"
  }

  site_config {
    app_scale_limit = 20
  }
}

resource "azurerm_linux_function_app" "f7" {
  name                = "f7"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.shop.id
  https_only          = true

  app_settings = {
    MODE = "open"
  }

  site_config {
    app_scale_limit = 20
  }
}
