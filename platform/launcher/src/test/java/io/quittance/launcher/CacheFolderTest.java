package io.quittance.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {
    @TempDir
    Path root;

    @Test
    void fills_an_entry_once_however_many_ask() {
        CacheFolder cache = new CacheFolder(root);
        AtomicInteger fills = new AtomicInteger();
        CacheFolder.Filler filler = folder -> {
            fills.incrementAndGet();
            Files.writeString(folder.resolve("file"), "content");
        };
        AtOnce.run(() -> cache.entry("server-1", filler), () -> cache.entry("server-1", filler), () -> cache.entry("server-1", filler));
        assertThat(fills).hasValue(1);
        assertThat(cache.entry("server-1", filler).resolve("file")).hasContent("content");
    }

    @Test
    void an_entry_that_could_not_be_filled_is_filled_anew() {
        CacheFolder cache = new CacheFolder(root);
        assertThatThrownBy(() -> cache.entry("server-1", folder -> {
                    Files.writeString(folder.resolve("half"), "made");
                    throw new IOException("disk full");
                }))
                .isInstanceOf(UncheckedIOException.class);
        Path entry = cache.entry("server-1", folder -> Files.writeString(folder.resolve("file"), "whole"));
        assertThat(entry.resolve("file")).exists();
        assertThat(entry.resolve("half")).doesNotExist();
    }
}
