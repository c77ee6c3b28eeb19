/** Child processes and what they stand on: ports, folders, pid files. */
package io.quittance.launcher.process;
