/** A MariaDB server out of the Maven artifact that carries its binaries. */
package io.quittance.launcher.mariadb;
