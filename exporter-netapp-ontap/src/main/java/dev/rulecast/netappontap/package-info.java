/**
 * Commands for the firewall and service policies of NetApp ONTAP.
 *
 * <p>What is known of ONTAP comes from its documentation: "Configure firewall policies for LIFs",
 * "LIFs and service policies in ONTAP 9.6 and later" and "Manage supported traffic"
 * (docs.netapp.com/us-en/ontap/networking), and the command references of 9.5 to 9.15.1
 * (docs.netapp.com/us-en/ontap-cli). {@code …View} records are public because templates read them;
 * they are not API.
 */
@NullMarked
package dev.rulecast.netappontap;

import org.jspecify.annotations.NullMarked;
