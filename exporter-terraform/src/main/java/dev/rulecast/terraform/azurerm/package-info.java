/**
 * The Terraform module of Azure network security groups. {@code …View} records are public because
 * templates read them; they are not API.
 */
@NullMarked
package dev.rulecast.terraform.azurerm;

import org.jspecify.annotations.NullMarked;
