/** The gateway of Sandbox Pay, our own test company: the reference for authors of gateways, and the demo's way to pay. */
package io.quittance.plugins.sandbox;
