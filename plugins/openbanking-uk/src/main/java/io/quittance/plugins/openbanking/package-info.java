/** Banks with the read/write interface of Open Banking UK, version 4.0. README.md says against what it is tested. */
package io.quittance.plugins.openbanking;
