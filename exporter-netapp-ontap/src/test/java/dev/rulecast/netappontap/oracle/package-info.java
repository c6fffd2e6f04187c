/**
 * A small ONTAP to run commands on: which command a release knows, what it takes, what it refuses
 * and what a LIF has open afterwards.
 *
 * <p>It shares no code with the exporter. Its tables are typed anew from NetApp's documentation
 * ("Configure firewall policies for LIFs", "LIFs and service policies in ONTAP 9.6 and later",
 * "Manage supported traffic", the command references of 9.5 to 9.15.1), because there is no
 * simulator that tests could start.
 */
@NullMarked
package dev.rulecast.netappontap.oracle;

import org.jspecify.annotations.NullMarked;
