/**
 * Windows Firewall through Ansible: a role of {@code community.windows.win_firewall_rule}. {@code
 * …View} records are public because templates read them; they are not API.
 */
@NullMarked
package dev.rulecast.ansible;

import org.jspecify.annotations.NullMarked;
