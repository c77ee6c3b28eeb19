/** The language, figures and dates of the person who looks: English and German. */
package io.quittance.web.language;
