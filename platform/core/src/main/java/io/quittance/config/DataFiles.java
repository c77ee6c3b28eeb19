package io.quittance.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the files of {@code tenant-config}, which travel inside this archive. */
@ApplicationScoped
public class DataFiles {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * @param path relative to {@code tenant-config}, such as {@code blueprints/freelancer.yaml}
     * @throws IllegalStateException naming file, line and column when the file does not fit the type
     */
    public <T> T yaml(String path, Class<T> type) {
        try {
            return YAML.readValue(text(path), type);
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException("tenant-config/" + path + ": " + wrong.getMessage(), wrong);
        }
    }

    public String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    public byte[] bytes(String path) {
        try (InputStream in = DataFiles.class.getResourceAsStream("/tenant-config/" + path)) {
            if (in == null) {
                throw new IllegalStateException("tenant-config/" + path + " is missing from the archive");
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("tenant-config/" + path + " cannot be read", broken);
        }
    }
}
