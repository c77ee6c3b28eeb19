package io.quittance.web.planted;

import org.pf4j.PluginManager;

/** Planted: knows how plugins are loaded. */
public record TalksToPf4j(PluginManager plugins) {
}
