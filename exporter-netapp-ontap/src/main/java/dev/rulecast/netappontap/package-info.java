/** Commands for the firewall and service policies of NetApp ONTAP. */
@NullMarked
package dev.rulecast.netappontap;

import org.jspecify.annotations.NullMarked;
