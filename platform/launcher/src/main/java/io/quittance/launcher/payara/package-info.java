/** Payara Micro with the web application in it, and the sandbox gateway's company beside it. */
package io.quittance.launcher.payara;
