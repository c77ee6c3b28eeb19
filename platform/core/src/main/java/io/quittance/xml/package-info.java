/** XML from strangers: parsed with every protection, and walked by local names. */
@Feature(name = "xml", exposes = {})
package io.quittance.xml;

import io.quittance.Feature;
