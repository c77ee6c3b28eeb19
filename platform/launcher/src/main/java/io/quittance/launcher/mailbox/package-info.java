/** The development mailbox: takes every mail over SMTP, keeps it as a file, shows it to people as a page and to tests as JSON. */
package io.quittance.launcher.mailbox;
