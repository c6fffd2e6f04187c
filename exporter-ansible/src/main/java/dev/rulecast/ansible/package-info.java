/** An Ansible role for Windows Firewall. */
@NullMarked
package dev.rulecast.ansible;

import org.jspecify.annotations.NullMarked;
