/** What those who run a node ask it: is it alive, is it ready, how old is its oldest unfinished work. */
package io.quittance.web.operation;
