/** Words of the banks' world: account numbers, structured references and texts as the interbank formats take them. Since 1.2.0. */
package io.quittance.spi.bank;
