/** Orders, the channels they come by, the rules they are held to, and those that wait for a person. */
package io.quittance.web.order;
