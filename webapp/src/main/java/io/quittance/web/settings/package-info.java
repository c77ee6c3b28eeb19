/** The business itself and its members. */
package io.quittance.web.settings;
