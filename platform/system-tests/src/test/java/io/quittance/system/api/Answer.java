package io.quittance.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** What a server answered. The body is JSON where it says so, else null. */
public record Answer(String request, int status, String text, JsonNode json) {

    public Answer expect(int expected) {
        assertThat(status).as("%s answered %s", request, text).isEqualTo(expected);
        return this;
    }

    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** The text at that JSON pointer. */
    public String at(String pointer) {
        assertThat(json).as("%s answered %s", request, text).isNotNull();
        assertThat(json.at(pointer).isMissingNode()).as("%s in %s", pointer, text).isFalse();
        return json.at(pointer).asText();
    }
}
